import type { Locale } from '#app/lib/money.ts';

const GRAMS_IN_KILOGRAM = 1_000;

/**
 * A weight as it is said at the bench: grams below a kilogram, then kilograms with one decimal
 * rounded half up (`620 g`, `1,4 kg`). Whole grams in, integer arithmetic only.
 */
export function formatWeight(grams: number, locale: Locale): string {
  if (grams < GRAMS_IN_KILOGRAM) return `${grams}\u202fg`;
  const tenths = Math.floor((grams + 50) / 100);
  const decimal = locale === 'fr' ? ',' : '.';
  return `${Math.floor(tenths / 10)}${decimal}${tenths % 10}\u202fkg`;
}
