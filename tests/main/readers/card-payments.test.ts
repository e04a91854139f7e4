import { rmSync } from 'node:fs';

import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';
import type { HostPaymentOutcome } from '#main/hardware-host/outcomes.ts';
import { cardPayments } from '#main/readers/card-payments.ts';
import { orderOf, runOrder } from '#main/store/run-order.ts';
import type { StoreOptions } from '#main/store/start/start-store.ts';
import { anOrderInput, newId } from '#tests/world/order-input.ts';
import { aPlaceCommand } from '#tests/world/orders.ts';
import { thePeople } from '#tests/world/people.ts';
import { aStore, COUNTER, type StoreOfTest, temporaryFolder } from '#tests/world/store.ts';

let terminal: VirtualTerminal;
let store: StoreOfTest;
const QUICK = { connectMs: 1_000, answerMs: 1_000, quietMs: 50 };

beforeEach(async () => {
  terminal = await startVirtualTerminal({ name: 'Comptoir', port: 0, pagePort: 0 });
  store = await aStore(withTerminal());
});
afterEach(async () => {
  await store.remove();
  await terminal.close();
});

function withTerminal(): Partial<StoreOptions> {
  return { terminal: { host: '127.0.0.1', port: terminal.port, times: QUICK } };
}

type Detail = {
  dueCents: number;
  totalCents: number;
  payments: { status: string; reason?: string }[];
};

async function ask<T>(method: string, input: unknown): Promise<T> {
  const answer = await store.request(method, input, COUNTER);
  if (!answer.ok) throw new Error(`${method} refused: ${answer.refusal.code}`);
  return answer.value as T;
}

/** How the attempts of an order stand, once none is before the terminal any more. */
async function settled(orderId: string): Promise<Detail> {
  let detail: Detail | undefined;
  await expect
    .poll(
      async () => {
        detail = await ask<Detail>('order.detail', { orderId });
        return detail.payments.some(({ status }) => status === 'asked');
      },
      { timeout: 10_000 },
    )
    .toBe(false);
  if (detail === undefined) throw new Error('the order was never seen');
  return detail;
}

async function sellByCard(): Promise<string> {
  const input = anOrderInput({ payment: 'card' });
  await ask('order.place', input);
  return input.orderId;
}

describe('a payment by card', () => {
  test('accepted by the terminal leaves nothing to pay, and no full card number anywhere', async () => {
    terminal.setMode({ kind: 'accept', delayMs: 0 });
    const detail = await settled(await sellByCard());
    expect(detail).toMatchObject({ dueCents: 0, payments: [{ status: 'paid' }] });
  });

  test('refused by the terminal leaves everything to pay, and can be tried again', async () => {
    terminal.setMode({ kind: 'refuse', delayMs: 0 });
    const orderId = await sellByCard();
    const refused = await settled(orderId);
    expect(refused).toMatchObject({
      dueCents: refused.totalCents,
      payments: [{ status: 'declined' }],
    });
    terminal.setMode({ kind: 'accept', delayMs: 0 });
    await ask('order.pay', { orderId, payment: { method: 'card', paymentId: newId() } });
    expect((await settled(orderId)).dueCents).toBe(0);
  });

  test('that the terminal does not answer is in doubt: no second try until a person has decided', async () => {
    terminal.setMode({ kind: 'silent', delayMs: 0 });
    const orderId = await sellByCard();
    const doubtful = await settled(orderId);
    expect(doubtful.payments).toMatchObject([{ status: 'in-doubt' }]);
    const again = await store.request(
      'order.pay',
      { orderId, payment: { method: 'card', paymentId: newId() } },
      COUNTER,
    );
    expect(again.ok).toBe(false);
    const { paymentId } = doubtful.payments[0] as unknown as { paymentId: string };
    expect(await ask('store.status', {})).toMatchObject({ terminal: { status: 'trouble' } });
    await ask('payment.resolve', { orderId, paymentId, outcome: 'paid' });
    expect((await ask<Detail>('order.detail', { orderId })).dueCents).toBe(0);
    expect(await ask('store.status', {})).toMatchObject({ terminal: { status: 'unknown' } });
  });

  test('for another amount than was asked is in doubt, never paid', async () => {
    terminal.setMode({ kind: 'wrong-amount', delayMs: 0 });
    expect((await settled(await sellByCard())).payments).toMatchObject([{ status: 'in-doubt' }]);
  });

  test('with the terminal unplugged was not sent, and the order stays in the kitchen', async () => {
    await terminal.close();
    const orderId = await sellByCard();
    expect((await settled(orderId)).payments).toMatchObject([{ status: 'not-sent' }]);
    expect(await ask('kitchen.board', {})).toMatchObject({ tickets: [{ orderId }] });
  });

  test('cut off by a stop of the store node is in doubt after the start, and is not asked again', async () => {
    terminal.setMode({ kind: 'manual' });
    const orderId = await sellByCard();
    await expect.poll(() => terminal.screen().status).toBe('waiting');
    await store.close();
    store = await aStore({ ...withTerminal(), folder: store.folder });
    expect((await settled(orderId)).payments).toMatchObject([{ status: 'in-doubt' }]);
    expect((await ask<Detail>('order.detail', { orderId })).payments).toHaveLength(1);
  });

  test('answered too late by the terminal is settled by that answer, and nobody has to decide', async () => {
    terminal.setMode({ kind: 'late', delayMs: 1_500 });
    const orderId = await sellByCard();
    expect((await settled(orderId)).payments).toMatchObject([{ status: 'in-doubt' }]);
    await expect
      .poll(async () => (await ask<Detail>('order.detail', { orderId })).payments[0]?.status)
      .toBe('paid');
    expect((await ask<Detail>('order.detail', { orderId })).dueCents).toBe(0);
  });
});

test('a terminal that breaks when asked how a payment ended does not hold up the next customer', async () => {
  const folder = temporaryFolder();
  const { sql, journal, close } = await thePeople(folder);
  const answers: HostPaymentOutcome[] = [
    { status: 'in-doubt', reason: 'no-answer' },
    { status: 'paid', card: { authorisation: 'A1', maskedNumber: '497010######1234' } },
  ];
  const cards = cardPayments({
    ...{ journal, sql, log: pino({ level: 'silent' }), onChange: () => undefined },
    terminal: {
      pay: () => Promise.resolve(answers.shift() ?? { status: 'busy' }),
      refund: () => Promise.resolve({ status: 'busy' }),
      statusOf: () => Promise.reject(new Error('unplugged')),
    },
  });
  for (const orderId of ['first', 'second']) {
    const paymentId = `pay-${orderId}`;
    const payment = { method: 'card' as const, paymentId };
    runOrder(journal, orderId, () => aPlaceCommand({ orderId, payment }));
    cards.ask({ orderId, paymentId, amountCents: 100 });
  }
  await cards.close();
  const second = orderOf(journal, 'second');
  expect(second.status === 'draft' ? [] : second.payments).toMatchObject([{ status: 'paid' }]);
  close();
  rmSync(folder, { recursive: true });
});
