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
    expect(layoutOf(ofLines(10), ROOM).span).toBe(3);
    expect(layoutOf(ofLines(15), ROOM).span).toBe(4);
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
