import { describe, expect, test } from 'vitest';

import { storeContract } from '#app/contract/store.ts';
import { demonstrationMenu } from '#app/demonstration/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';
import { priceCart } from '#app/domain/pricing.ts';
import type { Priced } from '#renderer/counter/draft/use-priced-draft.ts';
import { IDLE, shownOfDraft, shownOfOrder } from '#renderer/counter/display/shown.ts';

const REINE: CartLine = { productId: 'reine', sizeId: 'm', quantity: 1, changes: [] };

function priced(lines: readonly CartLine[], more: object = {}): Priced {
  const cart = priceCart({
    menu: demonstrationMenu,
    mode: 'take-away',
    territory: 'mainland',
    date: '2026-11-20',
    lines,
    ...more,
  });
  if (!cart.ok) throw new Error(cart.refusal.code);
  return { ...cart.value, nonSaleCents: 0 };
}
const draft = { nonSales: [] };

/** What is left when the discounts are taken off the lines. */
function sum({ lines, discounts }: ReturnType<typeof shownOfDraft>): number {
  const gross = lines.reduce((total, line) => total + line.grossCents, 0);
  return discounts.reduce((total, { cents }) => total - cents, gross);
}

describe('what the customer sees of the order being taken', () => {
  test('each line as everybody reads it, and the total', () => {
    const changes = [{ ingredientId: 'oignons', action: 'remove' as const }];
    const shown = shownOfDraft(draft, priced([{ ...REINE, quantity: 2, changes }]), 'ordering');
    expect(shown).toEqual({
      lines: [{ quantity: 2, text: 'Reine M', detail: ['sans Oignons'], grossCents: 2380 }],
      discounts: [],
      totalCents: 2380,
      dueCents: 2380,
      stage: 'ordering',
    });
  });

  test('lines at full price, discounts by name, and both make the total', () => {
    const order = priced([REINE, { ...REINE, productId: 'calzone' }], {
      couponCodes: ['ETUDIANT'],
      channel: 'counter',
    });
    const shown = shownOfDraft(draft, order, 'paying');
    expect(shown.lines.map(({ grossCents }) => grossCents)).toEqual([1190, 1290]);
    expect(shown.discounts).toHaveLength(1);
    expect(sum(shown)).toBe(shown.totalCents);
    expect(shown.totalCents).toBeLessThan(2480);
  });

  test('a discount that somebody gave is a discount: why is for the shop', () => {
    const value = { kind: 'rate' as const, rateBp: 1_000 };
    const order = priced([REINE], { manualDiscounts: [{ value, reason: 'Retard' }] });
    const { discounts } = shownOfDraft(draft, order, 'ordering');
    expect(discounts).toEqual([{ name: 'Remise', cents: 119 }]);
  });

  test('delivery and a gift voucher are lines of their own', () => {
    const order = priced([REINE], {
      deliveryFee: { cents: 250, policy: 'accessory' },
      mode: 'delivery',
    });
    const nonSales = [{ nonSaleId: 'n', kind: 'gift-voucher' as const, cents: 3000 }];
    const shown = shownOfDraft({ nonSales }, { ...order, nonSaleCents: 3000 }, 'ordering');
    expect(shown.lines.map(({ text }) => text)).toEqual(['Reine M', 'Livraison', 'Bon d’achat']);
    expect(sum(shown)).toBe(shown.totalCents);
  });

  test('fits the contract, however long the order is', () => {
    const many = priced(Array.from({ length: 100 }, () => REINE));
    const fee = [{ vatRateBp: 1000, grossCents: 250 }];
    for (const shown of [IDLE, shownOfDraft(draft, { ...many, feeParts: fee }, 'ordering')])
      expect(storeContract['display.show'].input.safeParse(shown).success).toBe(true);
  });
});

describe('what the customer sees of an order that is placed', () => {
  const detail = (some: object) =>
    ({
      ...{ lines: priced([REINE]).lines, feeCents: 0, nonSales: [], totalCents: 1190 },
      ...{ nonSaleCents: 0, dueCents: 1190, payments: [] },
      ...some,
    }) as unknown as Parameters<typeof shownOfOrder>[0];
  const paid = { status: 'paid', changeCents: 310 };
  const url = 'https://centre.oc-pizza.fr/r/lyon-3/1';

  test('what is still due while it is being paid, and no receipt yet', () => {
    expect(shownOfOrder(detail({ dueCents: 590 }), url)).toMatchObject({
      stage: 'paying',
      totalCents: 1190,
      dueCents: 590,
    });
    expect(shownOfOrder(detail({ dueCents: 590 }), url)).not.toHaveProperty('receiptUrl');
  });

  test('the change and the receipt once it is paid', () => {
    expect(shownOfOrder(detail({ dueCents: 0, payments: [paid] }), url)).toMatchObject({
      stage: 'paid',
      changeCents: 310,
      receiptUrl: url,
    });
  });

  test('no code where no centre shows receipts', () => {
    expect(shownOfOrder(detail({ dueCents: 0 }), undefined)).not.toHaveProperty('receiptUrl');
  });
});
