import { expect, test } from 'vitest';

import type { CartLine } from '#app/domain/order/events.ts';
import { emptyDraft } from '#renderer/counter/draft/draft.ts';
import {
  currentDraft,
  type Drafts,
  type DraftsAction,
  draftsOf,
  evolveDrafts,
} from '#renderer/counter/draft/drafts.ts';

const reine: CartLine = { productId: 'reine', sizeId: 'm', quantity: 1, changes: [] };
const add: DraftsAction = { type: 'add', line: reine };
const call = (id: string): DraftsAction => ({
  type: 'open',
  draft: { ...emptyDraft(id), channel: 'phone', callId: id },
});

function after(...actions: readonly DraftsAction[]): Drafts {
  return actions.reduce(evolveDrafts, draftsOf(emptyDraft('counter')));
}
const ids = ({ drafts }: Drafts) => drafts.map(({ draftId }) => draftId);

test('a call taken in the middle of a sale gets an order of its own beside it', () => {
  const state = after(add, call('call'), add);
  expect(ids(state)).toEqual(['counter', 'call']);
  expect(currentDraft(state)).toMatchObject({ channel: 'phone', lines: [{ quantity: 1 }] });
});

test('an order without anything in it gives its place to the call', () => {
  expect(ids(after(call('call')))).toEqual(['call']);
});

test('going back to the first order finds it as it was, and no tab has moved', () => {
  const state = after(add, call('call'), { type: 'switch', draftId: 'counter' });
  expect(ids(state)).toEqual(['counter', 'call']);
  expect(currentDraft(state).lines).toHaveLength(1);
});

test('an order that is placed leaves an empty one in its place, so that its change stays in sight', () => {
  const state = after(add, call('call'), add, { type: 'placed', draftId: 'call', nextId: 'next' });
  expect(ids(state)).toEqual(['counter', 'next']);
  expect(currentDraft(state)).toEqual(emptyDraft('next'));
});

test('a parked order leaves, and its neighbour comes up', () => {
  const state = after(add, call('call'), { type: 'leave', draftId: 'call', nextId: 'next' });
  expect(ids(state)).toEqual(['counter']);
  expect(currentDraft(state).lines).toHaveLength(1);
});

test('the last order to leave makes room for an empty one', () => {
  expect(after(add, { type: 'leave', draftId: 'counter', nextId: 'next' })).toEqual(
    draftsOf(emptyDraft('next')),
  );
});

test('an order taken back twice is on the screen once', () => {
  expect(ids(after(add, call('call'), call('call')))).toEqual(['counter', 'call']);
});

test('somebody erased from the file is in no order of this till, and the orders stay', () => {
  const nadege = { customerId: 'c-1', name: 'Nadège', addressId: undefined };
  const luc = { customerId: 'c-2', name: 'Luc', addressId: undefined };
  const state = after(
    ...([add, { type: 'set-customer', customer: nadege }, call('call')] as const),
    ...([add, { type: 'set-customer', customer: luc }] as const),
    { type: 'forget-customer', customerId: 'c-1' },
  );
  expect(state.drafts.map(({ customer }) => customer?.name)).toEqual([undefined, 'Luc']);
  expect(ids(state)).toEqual(['counter', 'call']);
});
