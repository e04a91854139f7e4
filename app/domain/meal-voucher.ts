/** One period of the law of titres-restaurant. */
type MealVoucherRules = {
  /** The first day it holds, YYYY-MM-DD. It holds until the next begins. */
  readonly from: string;
  /** Per person and day; per order as far as a till can see. */
  readonly capCents: number;
  readonly isPaperAccepted: boolean;
  /** Usable on Sundays and public holidays by everybody. */
  readonly isEveryDay: boolean;
};

/**
 * R-PAY-02: 25 € a day, not on Sundays and public holidays. All titles digital from 1 March 2027, and
 * usable on Sundays, was announced in June 2025 and not found enacted: it is not here until it is.
 */
const RULES: readonly MealVoucherRules[] = [
  { from: '2022-10-01', capCents: 2_500, isPaperAccepted: true, isEveryDay: false },
];

/** The rules of a day, YYYY-MM-DD: the newest that had begun, the oldest for a day before all. */
export function mealVoucherRules(date: string): MealVoucherRules {
  const begun = RULES.filter((rules) => rules.from <= date);
  const rules = begun.at(-1) ?? RULES[0];
  if (rules === undefined) throw new Error('there is at least one period of rules');
  return rules;
}
