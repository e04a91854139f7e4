/**
 * Card numbers in text that is to be kept. A card number (ISO/IEC 7812) has 12 to 19 digits and ends
 * with a check digit after Luhn; PCI DSS 3.4.1 lets six digits at the start and four at the end be
 * kept. A terminal may write one with other digits before it and none between (the answer of Concert
 * does), so every stretch of a long run of digits is tried.
 */

const SHORTEST = 12;
const LONGEST = 19;
const FIRST_KEPT = 6;
const LAST_KEPT = 4;
/** What banks' cards start with: 2 to 6. A run that is a number as a whole counts with any start. */
const BANK_START = /[2-6]/;
const RUN = /\d{12,}/g;

/**
 * The same text, every digit that could belong to a card number as `#`, but for the first six and
 * the last four. Same length. Errs on the side of hiding: one number in ten passes Luhn by chance.
 */
export function maskCardNumbers(text: string): string {
  const masked = text.replace(RUN, maskRun);
  // What is kept beside a mask is a shorter run, and may be a number as a whole.
  return masked === text ? text : maskCardNumbers(masked);
}

/** Whether a stretch of digits could be a card number. */
export function hasCardNumber(text: string): boolean {
  return maskCardNumbers(text) !== text;
}

/** Luhn's check over a text of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let back = 0; back < digits.length; back += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - back) - 48;
    const doubled = back % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function maskRun(run: string): string {
  const spans = mergedSpans(run);
  return Array.from(run, (digit, at) =>
    spans.some(({ from, to }) => at >= from + FIRST_KEPT && at < to - LAST_KEPT) ? '#' : digit,
  ).join('');
}

type Span = { readonly from: number; readonly to: number };

/** Where numbers may stand. Overlapping ones count as one, so that no more than 6 and 4 are kept of any. */
function mergedSpans(run: string): readonly Span[] {
  const merged: Span[] = [];
  for (let from = 0; from + SHORTEST <= run.length; from += 1) {
    for (let to = from + SHORTEST; to <= Math.min(from + LONGEST, run.length); to += 1) {
      if (!isNumber(run, { from, to })) continue;
      const last = merged.at(-1);
      if (last === undefined || last.to <= from) merged.push({ from, to });
      else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    }
  }
  return merged;
}

function isNumber(run: string, { from, to }: Span): boolean {
  const isWhole = from === 0 && to === run.length;
  return (isWhole || BANK_START.test(run.charAt(from))) && passesLuhn(run.slice(from, to));
}
