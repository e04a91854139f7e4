import type { PrinterFault } from './machine.ts';

const PLAIN = [
  ...(['none', 'paper-end', 'near-end', 'cover-open', 'cutter'] as const),
  ...(['error', 'offline', 'off'] as const),
];
/** What the page sends without a number. */
const SLOW_LINE_MS = 400;
const CUT_AFTER_BYTES = 200;
const NUMBER_MAX = 1_000_000;

/** Reads `{ kind, lineMs?, afterBytes? }`; `silent` is a line that is half open from the start. */
export function printerFaultOf(body: unknown): PrinterFault | undefined {
  if (typeof body !== 'object' || body === null || !('kind' in body)) return undefined;
  const { kind } = body;
  const plain = PLAIN.find((known) => known === kind);
  if (plain !== undefined) return { kind: plain };
  if (kind === 'silent') return { kind: 'half-open', afterBytes: 0 };
  if (kind === 'slow') {
    return { kind, lineMs: numberOf('lineMs' in body ? body.lineMs : undefined, SLOW_LINE_MS) };
  }
  if (kind !== 'cut-cable' && kind !== 'half-open' && kind !== 'power-cut') return undefined;
  const afterBytes = 'afterBytes' in body ? body.afterBytes : undefined;
  return { kind, afterBytes: numberOf(afterBytes, CUT_AFTER_BYTES) };
}

function numberOf(value: unknown, otherwise: number): number {
  const isValid = typeof value === 'number' && Number.isInteger(value) && value >= 0;
  return isValid ? Math.min(value, NUMBER_MAX) : otherwise;
}
