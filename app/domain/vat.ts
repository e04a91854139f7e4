import { assert } from '../lib/assert.ts';
import { assertCents } from '../lib/money.ts';
import type { Mode, VatClass } from './menu.ts';
import type { VatAmount } from './order/events.ts';

/** Where a store stands, as far as VAT goes (R-VAT-11). */
export const TERRITORIES = [
  'mainland',
  'corsica',
  'guadeloupe',
  'martinique',
  'reunion',
  'guyane',
  'mayotte',
] as const;
export type Territory = (typeof TERRITORIES)[number];

type Place = 'on-site' | 'elsewhere';

/** One period of the law in one territory. Rates in basis points: 550 = 5.5 %. */
type VatRules = {
  /** The first day it holds, YYYY-MM-DD. It holds until the next begins. */
  readonly from: string;
  readonly standardBp: number;
  readonly rates: Readonly<Record<VatClass, Readonly<Record<Place, number>>>>;
};

/**
 * Alcohol bears the standard rate everywhere. What is made to be eaten at once bears the
 * intermediate rate, what keeps bears the reduced rate once it leaves the premises, and sweets have
 * no reduced rate.
 */
function rules(
  from: string,
  rate: { standardBp: number; mealBp: number; foodBp: number },
): VatRules {
  const { standardBp, mealBp, foodBp } = rate;
  return {
    from,
    standardBp,
    rates: {
      prepared: { 'on-site': mealBp, elsewhere: mealBp },
      conservable: { 'on-site': mealBp, elsewhere: foodBp },
      confectionery: { 'on-site': mealBp, elsewhere: standardBp },
      alcohol: { 'on-site': standardBp, elsewhere: standardBp },
    },
  };
}

/** CGI art. 278, 278-0 bis, 279 m and n: since 1 January 2014, before that 19.6 % and 7 % (R-VAT-10). */
const MAINLAND = [
  rules('2012-01-01', { standardBp: 1960, mealBp: 700, foodBp: 550 }),
  rules('2014-01-01', { standardBp: 2000, mealBp: 1000, foodBp: 550 }),
];
/** CGI art. 297: meals at the rate of the mainland, food at 2.1 %. */
const CORSICA = [rules('2014-01-01', { standardBp: 2000, mealBp: 1000, foodBp: 210 })];
/** CGI art. 296: two rates, meals and food both at the reduced one. */
const OVERSEAS = [rules('2014-01-01', { standardBp: 850, mealBp: 210, foodBp: 210 })];
/** CGI art. 294: VAT does not apply. */
const NO_VAT = [rules('2014-01-01', { standardBp: 0, mealBp: 0, foodBp: 0 })];

const RULES: Readonly<Record<Territory, readonly VatRules[]>> = {
  mainland: MAINLAND,
  corsica: CORSICA,
  guadeloupe: OVERSEAS,
  martinique: OVERSEAS,
  reunion: OVERSEAS,
  guyane: NO_VAT,
  mayotte: NO_VAT,
};

function rulesOn(territory: Territory, date: string): VatRules {
  const found = RULES[territory].findLast((period) => period.from <= date);
  assert(found !== undefined, `no VAT rules of ${territory} are known for ${date}`);
  return found;
}

/** The rate in basis points, from what is sold, how, where and when (R-VAT-02). `date` as YYYY-MM-DD. */
export function vatRateBp({
  vatClass,
  mode,
  territory,
  date,
}: {
  readonly vatClass: VatClass;
  readonly mode: Mode;
  readonly territory: Territory;
  readonly date: string;
}): number {
  const place: Place = mode === 'on-site' ? 'on-site' : 'elsewhere';
  return rulesOn(territory, date).rates[vatClass][place];
}

/** The standard rate in basis points, for what follows no product. `date` as YYYY-MM-DD. */
export function standardRateBp({
  territory,
  date,
}: {
  readonly territory: Territory;
  readonly date: string;
}): number {
  return rulesOn(territory, date).standardBp;
}

/** The VAT inside an amount that includes it, in cents: half up, symmetric for refunds (R-VAT-03). */
export function vatOf(grossCents: number, rateBp: number): number {
  assertCents(grossCents);
  const divisor = 2 * (10_000 + rateBp);
  const dividend = 2 * Math.abs(grossCents) * rateBp + 10_000 + rateBp;
  assert(Number.isSafeInteger(dividend), `${grossCents} cents are too many to compute VAT`);
  const vatCents = (dividend - (dividend % divisor)) / divisor;
  return grossCents < 0 ? 0 - vatCents : vatCents;
}

/** What a ticket holds at each rate, lowest rate first: VAT once per rate, never per line (R-VAT-03). */
export function vatBreakdown(
  lines: readonly { readonly grossCents: number; readonly vatRateBp: number }[],
): VatAmount[] {
  const grossByRate = new Map<number, number>();
  for (const line of lines) {
    grossByRate.set(line.vatRateBp, (grossByRate.get(line.vatRateBp) ?? 0) + line.grossCents);
  }
  return [...grossByRate]
    .sort(([left], [right]) => left - right)
    .map(([rateBp, grossCents]) => {
      const vatCents = vatOf(grossCents, rateBp);
      return { rateBp, grossCents, netCents: grossCents - vatCents, vatCents };
    });
}

/** Amounts of several tickets or refunds added up, once a rate. Nothing is computed again. */
export function vatByRate(amounts: readonly VatAmount[]): VatAmount[] {
  return [...Map.groupBy(amounts, ({ rateBp }) => rateBp)].map(([rateBp, ofRate]) => ({
    rateBp,
    grossCents: ofRate.reduce((sum, { grossCents }) => sum + grossCents, 0),
    netCents: ofRate.reduce((sum, { netCents }) => sum + netCents, 0),
    vatCents: ofRate.reduce((sum, { vatCents }) => sum + vatCents, 0),
  }));
}
