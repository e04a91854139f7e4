import { expect, test } from 'vitest';

import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { emptyDraft } from '#renderer/counter/draft/draft.ts';
import type { Draft } from '#renderer/counter/draft/draft.ts';
import { rightWanted } from '#renderer/counter/draft/use-grants.ts';
import { allGivenWords } from '#renderer/counter/price/given-words.ts';
import { priceText } from '#renderer/counter/price/text.ts';

const lines = [{ lineId: '7', productId: 'reine', sizeId: 'm', quantity: 1, changes: [] }];
const reason = 'Retard';

function said(given: Partial<Draft>): string {
  const cart = priceCart({
    menu: demonstrationMenu,
    mode: 'take-away',
    territory: 'mainland',
    date: '2026-11-22',
    lines,
  });
  if (!cart.ok) throw new Error(cart.refusal.code);
  const draft = { ...emptyDraft('draft'), lines, ...given };
  const priced = { ...cart.value, nonSaleCents: 0 };
  const words = allGivenWords({ draft, priced, text: priceText.fr, language: 'fr' });
  return words.replaceAll(/[\u00a0\u202f]/g, ' ');
}

test('who agrees reads the rate or the amount, what it is on, and why', () => {
  const rate = { value: { kind: 'rate', rateBp: 1_000 }, reason } as const;
  const amount = { value: { kind: 'amount', amountCents: 350 }, lineId: '7', reason } as const;
  expect(said({ manualDiscounts: [rate, amount] }).split('\n')).toEqual([
    'Remise 10 % sur toute la commande · Retard',
    'Remise 3,50 € sur Reine M · Retard',
  ]);
});

test('who agrees reads the price that was set, and what is given away is worth', () => {
  const price = { kind: 'price', lineId: '7', unitPriceCents: 800, reason } as const;
  const free = { kind: 'free', lineId: '7', reason } as const;
  expect(said({ overrides: [price] })).toBe('Reine M à 8,00 € · Retard');
  expect(said({ overrides: [free] })).toBe('Offrir Reine M (11,90 €) · Retard');
});

test('somebody is asked again for the right that the node names, and for nothing else', () => {
  const free = { overrides: [{ kind: 'free', lineId: '7', reason } as const] };
  const none = { overrides: [] };
  const needed = { code: 'staff.right-needed', detail: { right: 'item.free' } };
  expect(rightWanted(needed, none)).toBe('item.free');
  expect(rightWanted({ code: 'staff.wrong-pin' }, none)).toBe('discount.manual');
  expect(rightWanted({ code: 'staff.wrong-pin' }, free)).toBe('item.free');
  expect(rightWanted({ code: 'order.price-changed' }, free)).toBeUndefined();
});
