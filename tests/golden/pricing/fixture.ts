import type { Menu } from '#app/domain/menu.ts';
import type { PricedLine, VatAmount } from '#app/domain/order/events.ts';
import type { Cart, CouponUses, PricedCart } from '#app/domain/pricing/cart.ts';
import type { Result } from '#app/lib/result.ts';

/** A cart as plain data: what it does not say is a sale of 22 November 2026 to take away, in France. */
export type FixtureCart = Partial<Omit<Cart, 'menu' | 'lines' | 'couponUses'>> &
  Pick<Cart, 'lines'> & {
    /** Of every promotion with a coupon, before this order. */
    readonly uses?: CouponUses;
  };

/** What a cart must cost, written so that a person can check it. What is absent is not looked at. */
export type Expected =
  | {
      readonly totalCents: number;
      /** `2 × Reine M à 1290 = 2580`. */
      readonly lines?: readonly string[];
      /** `1000: 1250 = 1136 + 114`: rate in basis points, gross = net + VAT. */
      readonly vat?: readonly string[];
      /** `1 bienvenue 120`: line, promotion or kind, cents. */
      readonly discounts?: readonly string[];
      /** `1000: 174`. */
      readonly fee?: readonly string[];
      /** `BIENVENUE too-little`. */
      readonly unused?: readonly string[];
    }
  | { readonly refusal: string };

export type PricingFixture = {
  readonly name: string;
  readonly menu: Menu;
  readonly cart: FixtureCart;
  readonly gives: Expected;
};

export type Outcome = Result<PricedCart>;

/** The whole input of the price of a fixture. */
export function cartOf({ menu, cart }: PricingFixture): Cart {
  const { uses, ...rest } = cart;
  return {
    mode: 'take-away',
    territory: 'mainland',
    date: '2026-11-22',
    ...rest,
    menu,
    ...(uses === undefined ? {} : { couponUses: () => uses }),
  };
}

/** What is not as expected, in words; nothing when all is right. */
export function faultsOf({ name, gives }: PricingFixture, outcome: Outcome): string[] {
  if ('refusal' in gives) {
    const found = outcome.ok ? `${outcome.value.totalCents}` : outcome.refusal.code;
    return found === gives.refusal ? [] : [`${name}: ${found} and not ${gives.refusal}`];
  }
  if (!outcome.ok) return [`${name}: refused, ${outcome.refusal.code}`];
  const { value } = outcome;
  const pairs: readonly (readonly [string, readonly string[], readonly string[] | undefined])[] = [
    ['total', [String(value.totalCents)], [String(gives.totalCents)]],
    ['lines', value.lines.map(lineText), gives.lines],
    ['VAT', value.vat.map(vatText), gives.vat],
    ['discounts', value.lines.flatMap(discountTexts), gives.discounts],
    [
      'fee',
      (value.feeParts ?? []).map(({ vatRateBp, grossCents }) => `${vatRateBp}: ${grossCents}`),
      gives.fee,
    ],
    ['unused', value.unusedCoupons.map(({ code, why }) => `${code} ${why}`), gives.unused],
  ];
  return pairs.flatMap(([what, found, wanted]) =>
    wanted === undefined || found.join(' | ') === wanted.join(' | ')
      ? []
      : [`${name}, ${what}: ${found.join(' | ')} and not ${wanted.join(' | ')}`],
  );
}

function lineText({ quantity, name, sizeLetter, unitPriceCents, grossCents }: PricedLine): string {
  const title = sizeLetter === undefined ? name : `${name} ${sizeLetter}`;
  return `${quantity} × ${title} à ${unitPriceCents} = ${grossCents}`;
}

function vatText({ rateBp, grossCents, netCents, vatCents }: VatAmount): string {
  return `${rateBp}: ${grossCents} = ${netCents} + ${vatCents}`;
}

function discountTexts({ lineId, discounts = [] }: PricedLine): string[] {
  return discounts.map(({ id, cents }) => `${lineId ?? ''} ${id} ${cents}`);
}
