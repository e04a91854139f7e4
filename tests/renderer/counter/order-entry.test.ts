import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import type { OptionGroup } from '#app/domain/menu.ts';
import type { CartLine, OptionChosen } from '#app/domain/order/events.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { mainKeyOf } from '#renderer/counter/bars/main-key.ts';
import { dealLines, freeInstance, lineOfChoice, nextSlot } from '#renderer/counter/deals/deal.ts';
import { emptyDraft } from '#renderer/counter/draft/draft.ts';
import { areChosen, pressOption } from '#renderer/counter/line/options.ts';
import { actionOf } from '#renderer/counter/price/discount.ts';
import { daysFrom, firstSlot, instantAt, isPastHour } from '#renderer/counter/schedule/slots.ts';
import { suggestionFor } from '#renderer/counter/ticket/suggestion.ts';

const reine: CartLine = { productId: 'reine', sizeId: 'm', quantity: 1, changes: [] };
const draft = emptyDraft('a');

describe('what F12 does', () => {
  test('takes the money at the counter, confirms on the phone, asks for an address to deliver to', () => {
    expect(mainKeyOf(draft)).toBe('pay');
    expect(mainKeyOf({ ...draft, channel: 'phone' })).toBe('validate');
    expect(mainKeyOf({ ...draft, channel: 'phone', mode: 'delivery' })).toBe('address');
    const customer = { customerId: 'c', name: 'Diallo', addressId: 'a' };
    expect(mainKeyOf({ ...draft, mode: 'delivery', customer })).toBe('pay');
  });
});

describe('a meal deal', () => {
  test('filled place by place, every deal of the menu can be sold', () => {
    for (const deal of menu.deals) {
      const chosen: CartLine[] = [];
      for (let slot = nextSlot(deal, chosen); slot; slot = nextSlot(deal, chosen)) {
        const [choice] = slot.choices;
        const line = choice && lineOfChoice(menu, choice, 'm');
        if (line !== undefined) chosen.push(line);
      }
      const lines = dealLines(deal, chosen, freeInstance([]));
      const cart = { menu, mode: 'take-away', territory: 'mainland', date: '2026-11-22' } as const;
      const priced = priceCart({ ...cart, lines });
      expect(priced.ok && priced.value.lines.length).toBe(deal.slots.length);
    }
  });

  test('two deals of one order bear two names', () => {
    const deal = { instance: 'd1', dealId: 'duo', slotId: 's' };
    expect(freeInstance([{ ...reine, deal }])).toBe('d2');
  });
});

describe('a choice beside the recipe', () => {
  const group = (min: number, max: number): OptionGroup => ({
    id: 'g',
    name: 'Sauce',
    min,
    max,
    free: 0,
    options: [],
  });
  const press = (asked: OptionGroup, ...ids: readonly string[]) =>
    ids.reduce<readonly OptionChosen[]>((chosen, id) => pressOption(asked, id, chosen), []);

  test('of one only, the last press holds', () => {
    expect(press(group(1, 1), 'a', 'b')).toEqual([{ groupId: 'g', optionId: 'b', quantity: 1 }]);
  });

  test('of several, a second press takes one more, and a press too many takes them back', () => {
    expect(press(group(0, 2), 'a', 'a')).toEqual([{ groupId: 'g', optionId: 'a', quantity: 2 }]);
    expect(press(group(0, 2), 'a', 'a', 'a')).toEqual([]);
    expect(press(group(0, 2), 'a', 'a', 'b')).toEqual([
      { groupId: 'g', optionId: 'a', quantity: 2 },
    ]);
  });

  test('a group that asks for something keeps the product back until it has it', () => {
    expect(areChosen([group(1, 2)], [])).toBe(false);
    expect(areChosen([group(1, 2)], press(group(1, 2), 'a'))).toBe(true);
  });
});

describe('a price set by hand', () => {
  test('is nothing without a reason and a value', () => {
    const asked = { kind: 'rate', value: 10, reason: 'retard', lineId: undefined } as const;
    expect(actionOf({ ...asked, reason: ' ' })).toBeUndefined();
    expect(actionOf({ ...asked, value: 0 })).toBeUndefined();
    expect(actionOf(asked)).toEqual({
      type: 'discount',
      discount: { value: { kind: 'rate', rateBp: 1000 }, reason: 'retard' },
    });
  });

  test('an order is not given away as a whole, a line is', () => {
    const asked = { kind: 'free', value: 0, reason: 'retard' } as const;
    expect(actionOf({ ...asked, lineId: undefined })).toBeUndefined();
    expect(actionOf({ ...asked, lineId: '1' })).toEqual({
      type: 'override',
      override: { kind: 'free', lineId: '1', reason: 'retard' },
    });
  });
});

describe('an order for later', () => {
  const now = Date.parse('2026-11-22T19:00:00Z');
  const zone = 'Europe/Paris';

  test('is asked for on the clock of the store, today or in the days after', () => {
    const [today, tomorrow] = daysFrom(now, zone);
    expect(today?.date).toBe('2026-11-22');
    expect(tomorrow?.date).toBe('2026-11-23');
    expect(instantAt({ date: '2026-11-22', hour: 21, minute: 30 }, now, zone)).toBe(
      '2026-11-22T20:30:00.000Z',
    );
  });

  test('midnight belongs to the evening that it ends', () => {
    expect(instantAt({ date: '2026-11-22', hour: 0, minute: 15 }, now, zone)).toBe(
      '2026-11-22T23:15:00.000Z',
    );
  });

  test('tomorrow is the next day of business, after midnight too', () => {
    const night = Date.parse('2026-11-22T23:30:00.000Z');
    expect(
      daysFrom(night, zone)
        .map(({ date }) => date)
        .slice(0, 2),
    ).toEqual(['2026-11-22', '2026-11-23']);
  });

  test('proposes a quarter past midnight on the evening that it ends', () => {
    const late = Date.parse('2026-11-22T22:35:00.000Z');
    expect(firstSlot(late, zone)).toEqual({ date: '2026-11-22', hour: 0, minute: 15 });
  });

  test('an hour of today is chosen only while some of it is left', () => {
    const isPast = (date: string, hour: number) =>
      isPastHour({ date, hour }, Date.parse('2026-11-22T18:20:00.000Z'), zone);
    expect(isPast('2026-11-22', 18)).toBe(true);
    expect(isPast('2026-11-22', 19)).toBe(false);
    expect(isPast('2026-11-22', 0)).toBe(false);
    expect(isPast('2026-11-23', 12)).toBe(false);
  });

  test('cannot be for a time that has passed', () => {
    expect(instantAt({ date: '2026-11-22', hour: 19, minute: 0 }, now, zone)).toBeUndefined();
  });
});

describe('the quiet suggestion', () => {
  const asked = {
    menu,
    draft: { ...draft, lines: [{ ...reine, quantity: 2, lineId: '1' }] },
    totalCents: 2380,
    waiting: 0,
    isRinging: false,
    isOut: () => false,
  };

  test('offers one small thing of another kind with a pizza', () => {
    const product = suggestionFor(asked);
    expect(product?.isSuggested).toBe(true);
    expect(product?.kind).not.toBe('pizza');
  });

  test('is silent in a queue, while a call rings, once taken, and for what is out', () => {
    expect(suggestionFor({ ...asked, waiting: 4 })).toBeUndefined();
    expect(suggestionFor({ ...asked, isRinging: true })).toBeUndefined();
    const over = { ...asked.draft, isSuggestionOver: true };
    expect(suggestionFor({ ...asked, draft: over })).toBeUndefined();
    expect(suggestionFor({ ...asked, isOut: () => true })).toBeUndefined();
  });

  test('is never more than a quarter of the basket', () => {
    const product = suggestionFor({ ...asked, totalCents: 1190 });
    expect(product?.variants[0]?.priceCents ?? 0).toBeLessThanOrEqual(297);
  });
});
