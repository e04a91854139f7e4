import { describe, expect, test } from 'vitest';

import { type EditAsked, mergeEdit } from '#app/domain/order/edit/merge-edit.ts';
import type { CartLine, OrderEvent } from '#app/domain/order/events.ts';
import { decide, orderFrom, type PlacedOrder } from '#app/domain/order/order.ts';
import { aPricedCart, aPricedLine, placed } from '#tests/world/orders.ts';

const reine = aPricedLine({
  lineId: 'r',
  changes: [{ ingredientId: 'olives', action: 'add', name: 'Olives', priceCents: 100 }],
});
const cola = aPricedLine({ lineId: 'k', productId: 'coca', kind: 'drink', name: 'Coca' });
const first = placed({ lines: [reine, cola] });

function orderAfter(...events: readonly OrderEvent[]): PlacedOrder {
  const order = orderFrom(events);
  if (order.status === 'draft') throw new Error('placed');
  return order;
}

/** Another till left the Reine out: revision 2. */
function editedByAnother(): PlacedOrder {
  const outcome = decide(orderAfter(first), {
    type: 'edit',
    editId: 'theirs',
    revisionSeen: 1,
    cart: aPricedCart([{ ...reine, quantity: 2, grossCents: 2580 }, cola]),
    touched: { added: [], changed: ['r'], removed: [] },
    mode: 'take-away',
    mayUndoStarted: false,
    by: 'karim',
  });
  return orderAfter(first, ...(outcome.ok ? outcome.value : []));
}

function asked(line: Partial<CartLine> & { readonly lineId: string }) {
  return { productId: 'reine', sizeId: 'm', quantity: 1, changes: [], ...line };
}

function merge(order: PlacedOrder, edit: Partial<EditAsked>) {
  return mergeEdit(order, { baseRevision: 1, operations: [], ...edit });
}

describe('two tills at one order', () => {
  test('what one changes in one line and the other in another both stand', () => {
    const outcome = merge(editedByAnother(), {
      operations: [
        { kind: 'remove', lineId: 'k' },
        { kind: 'add', line: asked({ lineId: 'n', productId: 'calzone' }) },
      ],
    });
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        lines: [{ lineId: 'r', quantity: 2 }, { lineId: 'n' }],
        kept: [{ lineId: 'r', grossCents: 2580 }, { lineId: 'k' }],
        touched: { added: ['n'], changed: [], removed: ['k'] },
      },
    });
  });

  test('a line that the other changed meanwhile is refused by its name, and nothing is done', () => {
    for (const operation of [
      { kind: 'remove', lineId: 'r' },
      { kind: 'replace', line: asked({ lineId: 'r', quantity: 3 }) },
    ] as const) {
      expect(
        merge(editedByAnother(), { operations: [{ kind: 'remove', lineId: 'k' }, operation] }),
      ).toMatchObject({
        ok: false,
        refusal: { code: 'order.edited-elsewhere', detail: { name: 'Reine' } },
      });
    }
  });

  test('once the screen has read the change, it may change the line again', () => {
    expect(
      merge(editedByAnother(), {
        baseRevision: 2,
        operations: [{ kind: 'remove', lineId: 'r' }],
      }),
    ).toMatchObject({ ok: true, value: { touched: { removed: ['r'] } } });
  });

  test('an edit that was made already is known by its id before anything else', () => {
    expect(merge(editedByAnother(), { editId: 'theirs' })).toMatchObject({
      refusal: { code: 'order.already-edited', detail: { revision: 2 } },
    });
  });
});

describe('what is asked of an order', () => {
  const order = orderAfter(first);

  test('the same line as it is changes nothing, whatever it costs today', () => {
    const same = asked({ lineId: 'r', changes: [{ ingredientId: 'olives', action: 'add' }] });
    expect(merge(order, { operations: [{ kind: 'replace', line: same }] })).toMatchObject({
      refusal: { code: 'order.nothing-to-change' },
    });
  });

  test('a line added under a name that is or was there is refused: it would be made twice', () => {
    const add = { kind: 'add', line: asked({ lineId: 'r' }) } as const;
    const detail = { lineId: 'r' };
    expect(merge(order, { operations: [add] })).toMatchObject({
      refusal: { code: 'order.line-exists', detail },
    });
    expect(merge(order, { operations: [{ kind: 'remove', lineId: 'r' }, add] })).toMatchObject({
      refusal: { code: 'order.line-exists', detail },
    });
  });

  test('a line nobody knows, a revision nobody made, and an empty order are refused', () => {
    expect(merge(order, { operations: [{ kind: 'remove', lineId: 'x' }] })).toMatchObject({
      refusal: { code: 'order.unknown-line' },
    });
    expect(merge(order, { baseRevision: 2 })).toMatchObject({
      refusal: { code: 'order.unknown-revision' },
    });
    expect(
      merge(order, {
        operations: [
          { kind: 'remove', lineId: 'r' },
          { kind: 'remove', lineId: 'k' },
        ],
      }),
    ).toMatchObject({ refusal: { code: 'order.empty' } });
  });

  test('another mode alone is something to do', () => {
    expect(merge(order, { mode: 'on-site' })).toMatchObject({
      ok: true,
      value: { kept: [{ lineId: 'r' }, { lineId: 'k' }] },
    });
    expect(merge(order, { mode: 'take-away' })).toMatchObject({
      refusal: { code: 'order.nothing-to-change' },
    });
  });
});
