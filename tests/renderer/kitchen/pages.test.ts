import { describe, expect, test } from 'vitest';

import { layoutOf, pagesOf, type Room } from '#renderer/kitchen/board/pages.ts';

import { aChange, aLine, aTicket } from './tickets.ts';

const ROOM: Room = {
  roomy: { tenths: 45, signCharacters: 22 },
  dense: { tenths: 55, signCharacters: 26 },
};
const ofLines = (count: number, number = 1) =>
  aTicket({
    orderId: `order-${number}`,
    number,
    lines: Array.from({ length: count }, () => aLine()),
  });

describe('how much room a ticket takes', () => {
  test('four pizzas fit in a cell in large type, five in smaller type', () => {
    expect(layoutOf(ofLines(4), ROOM)).toEqual({ span: 1, density: 'roomy' });
    expect(layoutOf(ofLines(5), ROOM)).toEqual({ span: 1, density: 'dense' });
  });

  test('a long order takes two, three or four columns', () => {
    expect(layoutOf(ofLines(6), ROOM).span).toBe(2);
    expect(layoutOf(ofLines(10), ROOM).span).toBe(2);
    expect(layoutOf(ofLines(11), ROOM).span).toBe(3);
    expect(layoutOf(ofLines(20), ROOM).span).toBe(4);
  });

  test('an order longer than a whole row is set as small as can be read', () => {
    expect(layoutOf(ofLines(30), ROOM)).toEqual({ span: 4, density: 'packed' });
  });

  test('changes of the recipe take room, drinks take less than pizzas', () => {
    const changes = [aChange('add', 'olives'), aChange('remove', 'champignons')];
    const changed = aTicket({ lines: Array.from({ length: 3 }, () => aLine({ changes })) });
    expect(layoutOf(changed, ROOM).density).toBe('dense');
    const drinks = aTicket({ lines: Array.from({ length: 8 }, () => aLine({ kind: 'drink' })) });
    expect(layoutOf(drinks, ROOM)).toEqual({ span: 1, density: 'roomy' });
  });
});

describe('what changed, and a pizza of two', () => {
  const half = (name: string) => ({
    ...{ productId: 'reine', name, quarters: 2, wholePriceCents: 1190 },
    changes: [aChange('add', 'olives')],
  });
  const halves = aLine({ name: '½ Reine ▏ ½ Thon', parts: [half('Reine'), half('Thon')] });
  const of = (...lines: ReturnType<typeof aLine>[]) => layoutOf(aTicket({ lines }), ROOM);

  test('two halves with signs take as much room as three pizzas', () => {
    expect(of(halves, aLine())).toEqual({ span: 1, density: 'roomy' });
    expect(of(halves, aLine(), aLine())).toEqual({ span: 1, density: 'dense' });
    expect(of(halves, halves)).toEqual({ span: 2, density: 'dense' });
  });

  test('a dough, an option and a long note take room', () => {
    const plain = Array.from({ length: 3 }, () => aLine());
    expect(of(...plain).density).toBe('roomy');
    const dough = { doughId: 'fine', name: 'Fine', priceCents: 0 };
    const option = {
      groupId: 'sauces',
      optionId: 'k',
      quantity: 1,
      name: 'Ketchup',
      priceCents: 0,
    };
    const note = 'bien cuite, coupée en huit parts égales';
    const full = aLine({ dough, options: [option], note });
    expect(of(full, full, aLine()).density).toBe('dense');
  });

  test('a line that was added, changed or removed takes its word and its box', () => {
    const marked = (mark: 'added' | 'changed' | 'removed') => aLine({ mark });
    expect(of(marked('added'), marked('changed')).density).toBe('roomy');
    expect(of(marked('added'), marked('changed'), marked('removed')).density).toBe('dense');
  });

  test('a drink that was added stands on a row of its own', () => {
    const drink = aLine({ kind: 'drink', mark: 'added' });
    expect(of(drink, drink, drink).density).toBe('dense');
  });
});

describe('the pages of the board', () => {
  const numbers = (tickets: Parameters<typeof pagesOf>[0]) =>
    pagesOf(tickets, ROOM).map((page) => page.map(({ ticket }) => ticket.number));

  test('eight orders make one page and the ninth begins another', () => {
    const nine = Array.from({ length: 9 }, (_, index) => ofLines(1, index + 1));
    expect(numbers(nine.slice(0, 8))).toEqual([[1, 2, 3, 4, 5, 6, 7, 8]]);
    expect(numbers(nine)).toEqual([[1, 2, 3, 4, 5, 6, 7, 8], [9]]);
  });

  test('no order makes no page', () => {
    expect(numbers([])).toEqual([]);
  });

  test('a wide order goes to the next row, and nobody overtakes it', () => {
    const tickets = [ofLines(1, 1), ofLines(1, 2), ofLines(1, 3), ofLines(6, 4), ofLines(1, 5)];
    expect(numbers(tickets)).toEqual([[1, 2, 3, 4, 5]]);
    const row = [...tickets, ofLines(1, 6), ofLines(1, 7)];
    expect(numbers(row)).toEqual([[1, 2, 3, 4, 5, 6], [7]]);
  });

  test('every order is on one page and one only, in order of placement', () => {
    const tickets = Array.from({ length: 40 }, (_, index) =>
      ofLines(1 + ((index * 7) % 18), index),
    );
    expect(numbers(tickets).flat()).toEqual(tickets.map(({ number }) => number));
  });
});
