import { expect, test } from 'vitest';

import { urgencyOf } from '#renderer/kitchen/board/urgency.ts';

import { aTicket } from './tickets.ts';

/** Placed at 19:00, promised for 19:20: amber begins after 12 minutes. */
const ticket = aTicket();
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);

test('an order just placed is calm', () => {
  expect(urgencyOf(ticket, at('19:00:00'))).toEqual({ level: 'calm' });
});

test('an order is calm until 60 % of the promised time has gone', () => {
  expect(urgencyOf(ticket, at('19:11:59'))).toEqual({ level: 'calm' });
  expect(urgencyOf(ticket, at('19:12:00'))).toEqual({ level: 'soon' });
});

test('an order is on time until the promised minute itself', () => {
  expect(urgencyOf(ticket, at('19:20:00'))).toEqual({ level: 'soon' });
});

test('an order late by one second is late by a minute, never by nothing', () => {
  expect(urgencyOf(ticket, at('19:20:01'))).toEqual({ level: 'late', minutes: 1 });
});

test('a late order counts the minutes begun', () => {
  expect(urgencyOf(ticket, at('19:24:00'))).toEqual({ level: 'late', minutes: 4 });
  expect(urgencyOf(ticket, at('19:24:01'))).toEqual({ level: 'late', minutes: 5 });
});

test('the same ten minutes are calm for a long promise and late for a short one', () => {
  const long = aTicket({ promisedAt: '2026-11-22T20:00:00.000Z' });
  const short = aTicket({ promisedAt: '2026-11-22T19:08:00.000Z' });
  expect(urgencyOf(long, at('19:10:00')).level).toBe('calm');
  expect(urgencyOf(short, at('19:10:00')).level).toBe('late');
});

test('a screen whose clock is behind shows a new order calm', () => {
  expect(urgencyOf(ticket, at('18:58:00'))).toEqual({ level: 'calm' });
});
