import type { Reading } from '#app/domain/code-line/read.ts';

/** A line as understood, in words: `2 × Reine moyenne, sans oignons, + olives`. */
export function readingText(said: Reading['said'], without: string): string {
  const { quantity, productName, sizeName, changes, note } = said;
  const name = sizeName === undefined ? productName : `${productName} ${sizeName.toLowerCase()}`;
  const signs = changes.map((change) =>
    change.action === 'add'
      ? `+\u00a0${change.name.toLowerCase()}`
      : `${without} ${change.name.toLowerCase()}`,
  );
  const words = note === undefined ? signs : [...signs, `«\u202f${note}\u202f»`];
  return [`${quantity} × ${name}`, ...words].join(', ');
}

/** The number after `#`, when the line asks for an order. */
export function askedOrder(text: string): string | undefined {
  return /^#\s*(\d{1,6})$/.exec(text.trim())?.[1];
}
