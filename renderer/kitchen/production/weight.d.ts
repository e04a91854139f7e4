import type { Locale } from '#app/lib/money.ts';
/**
 * A weight as it is said at the bench: grams below a kilogram, then kilograms with one decimal
 * rounded half up (`620 g`, `1,4 kg`). Whole grams in, integer arithmetic only.
 */
export declare function formatWeight(grams: number, locale: Locale): string;
