import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';

import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { layout } from '#app/receipt/layout.ts';
import { linesToText } from '#app/receipt/text.ts';
import { profileOf } from '#hardware/printer/profiles/profiles.ts';
import { receiptBytes } from '#hardware/printer/receipt-bytes.ts';
import { receiptFactsOf } from '#tests/app/receipt/facts.ts';

import { type Figure, percentile, rounded } from '../measure.ts';

const TURNS = 400;
const WARM_UP = 50;
/** A large family order. */
const LINES = 20;
/** What a till may take before the first byte, at the 95th percentile. */
const GOAL_MS = 10;

/**
 * The bytes of a receipt of twenty lines, from its facts, against the encoder under it given the same
 * words as plain lines, in turns.
 */
export async function receiptToBytes(): Promise<Figure> {
  const profile = profileOf('epson-tm-m30iii');
  if (profile === undefined) throw new Error('the profile is known');
  const facts = factsOfTwentyLines();
  const words = linesToText(layout(customerReceipt(facts), profile.columns), profile.columns)
    .replaceAll('\u00a0', ' ')
    .split('\n');
  const ours: number[] = [];
  const limit: number[] = [];
  for (let turn = -WARM_UP; turn < TURNS; turn += 1) {
    const start = performance.now();
    receiptBytes(customerReceipt(facts), profile);
    const between = performance.now();
    plainBytes(words);
    const end = performance.now();
    if (turn < 0) continue;
    ours.push(between - start);
    limit.push(end - between);
  }
  const oursMs = percentile(ours, 95);
  const limitMs = percentile(limit, 95);
  return {
    name: 'receipt-bytes',
    ours: rounded(oursMs, 2),
    reference: rounded(limitMs, 2),
    ratio: rounded(limitMs / oursMs),
    unit: 'ms (p95)',
    notes: [
      `goal ${GOAL_MS} ms at p95: ${oursMs <= GOAL_MS ? 'kept' : 'missed'}; median ${rounded(percentile(ours, 50), 2)} ms`,
    ],
  };
}

function plainBytes(words: readonly string[]): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: 48,
    newline: '\n',
    codepageMapping: { windows1252: 16 },
  });
  encoder.initialize().codepage('windows1252');
  for (const line of words) encoder.text(line).newline();
  return encoder.cut('partial').encode();
}

function factsOfTwentyLines() {
  const [line] = receiptFactsOf().lines;
  if (line === undefined) throw new Error('the facts have lines');
  return receiptFactsOf({
    lines: Array.from({ length: LINES }, (_line, at) => ({ ...line, name: `${line.name} ${at}` })),
  });
}
