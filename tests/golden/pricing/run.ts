import { priceCart } from '#app/domain/pricing.ts';

import { ARTICLE_FIXTURES } from './articles.ts';
import { EXAMPLE_FIXTURES } from './examples.ts';
import { cartOf, faultsOf, type Outcome, type PricingFixture } from './fixture.ts';
import { ORDER_FIXTURES } from './orders.ts';
import { PROMOTION_FIXTURES } from './promotions.ts';

/** The carts whose price is the same wherever it is computed: till, store node, centre, web shop. */
export const PRICING_FIXTURES: readonly PricingFixture[] = [
  ...EXAMPLE_FIXTURES,
  ...ARTICLE_FIXTURES,
  ...ORDER_FIXTURES,
  ...PROMOTION_FIXTURES,
];

/** By the pricing of this process. */
export function priceHere(fixture: PricingFixture): Outcome {
  return priceCart(cartOf(fixture));
}

/** Prices the fixtures with `price` and says, in words, which are not as expected. */
export async function runPricingFixtures(
  price: (fixture: PricingFixture) => Outcome | Promise<Outcome>,
  fixtures: readonly PricingFixture[] = PRICING_FIXTURES,
): Promise<{ readonly count: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  for (const fixture of fixtures) faults.push(...faultsOf(fixture, await price(fixture)));
  return { count: fixtures.length, faults };
}
