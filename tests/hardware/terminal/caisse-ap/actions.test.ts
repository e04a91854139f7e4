import { afterEach, beforeEach, expect, test } from 'vitest';

import { caisseApOnTcp } from '#hardware/terminal/caisse-ap/device.ts';
import type { CardTerminal, LateAnswer, TerminalStatus } from '#hardware/terminal/card-terminal.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';

import { until } from '../../until.ts';

const TIMES = { connectMs: 1_000, answerMs: 2_000, quietMs: 60 };

let virtual: VirtualTerminal;
let terminal: CardTerminal;

function connect(times: object = TIMES): CardTerminal {
  return caisseApOnTcp({
    host: '127.0.0.1',
    port: virtual.port,
    tillNumber: '01',
    now: () => new Date().toISOString(),
    times,
  });
}

beforeEach(async () => {
  virtual = await startVirtualTerminal({
    name: 'Essai',
    port: 0,
    pagePort: 0,
    mode: { kind: 'accept', delayMs: 0 },
  });
  terminal = connect();
});
afterEach(async () => {
  await terminal.close();
  await virtual.close();
});

test('a payment, its refund in part and a cancellation leave the right amount charged', async () => {
  await terminal.pay({ paymentId: 'one', amountCents: 2580 });
  const refund = { paymentId: 'back', originalId: 'one', amountCents: 580 };
  expect(await terminal.refund(refund)).toMatchObject({ status: 'paid' });
  expect(virtual.chargedCents()).toBe(2000);
  await terminal.pay({ paymentId: 'two', amountCents: 1250 });
  const cancel = { paymentId: 'undo', originalId: 'two', amountCents: 1250 };
  expect(await terminal.cancel(cancel)).toMatchObject({ status: 'paid' });
  expect(virtual.chargedCents()).toBe(2000);
  expect(virtual.transactions().map(({ action }) => action)).toEqual([
    'cancel',
    'pay',
    'refund',
    'pay',
  ]);
});

test('a refund that the bank refuses is declined, and nothing goes back', async () => {
  virtual.setMode({ kind: 'refuse', delayMs: 0 });
  const refund = { paymentId: 'back', originalId: 'one', amountCents: 580 };
  expect(await terminal.refund(refund)).toMatchObject({ status: 'declined', reason: 'refused' });
  expect(virtual.chargedCents()).toBe(0);
});

test('the last slip is printed once more without any money moving', async () => {
  await terminal.pay({ paymentId: 'one', amountCents: 2580 });
  const asked = { paymentId: 'one', amountCents: 2580 };
  expect(await terminal.duplicate(asked)).toEqual({ status: 'printed' });
  expect(virtual.reprints()).toBe(1);
  expect(virtual.chargedCents()).toBe(2580);
});

test('without any slip there is none to print once more', async () => {
  const outcome = await terminal.duplicate({ paymentId: 'one', amountCents: 2580 });
  expect(outcome).toMatchObject({ status: 'declined', reason: 'not-completed' });
});

test('the same payment asked twice, at once and later, reaches the terminal once', async () => {
  const asked = { paymentId: 'one', amountCents: 2580 };
  const [first, second] = await Promise.all([terminal.pay(asked), terminal.pay(asked)]);
  expect(second).toEqual(first);
  expect(await terminal.pay(asked)).toEqual(first);
  expect(virtual.transactions()).toHaveLength(1);
});

test('one id is never used for two amounts', async () => {
  await terminal.pay({ paymentId: 'one', amountCents: 2580 });
  await expect(terminal.pay({ paymentId: 'one', amountCents: 2581 })).rejects.toThrow('one id');
});

test.each([0, -100, 12.5, Number.NaN, 2 ** 53])('%s cents are no amount', async (amountCents) => {
  await expect(terminal.pay({ paymentId: 'one', amountCents })).rejects.toThrow('whole cents');
  expect(virtual.transactions()).toEqual([]);
});

test.each(['split', 'noise', 'slow', 'full-number'] as const)(
  'an answer that comes %s is a payment all the same',
  async (kind) => {
    virtual.setMode({ kind, delayMs: 0 });
    const outcome = await terminal.pay({ paymentId: 'one', amountCents: 2580 });
    expect(outcome).toMatchObject({
      status: 'paid',
      card: { maskedNumber: expect.stringMatching(/^497010######\d{4}$/) },
    });
  },
);

test('an answer that comes after the till gave up settles the doubt, and no other payment', async () => {
  const late: LateAnswer[] = [];
  virtual.setMode({ kind: 'manual' });
  const hasty = connect({ ...TIMES, answerMs: 300 });
  const heard = new Promise<void>((resolve) => {
    hasty.onLate((answer) => {
      late.push(answer);
      resolve();
    });
  });
  const asked = { paymentId: 'one', amountCents: 2580 };
  expect(await hasty.pay(asked)).toEqual({ status: 'in-doubt', reason: 'no-answer' });
  virtual.decide('accept');
  await heard;
  expect(late).toMatchObject([{ paymentId: 'one', outcome: { status: 'paid' } }]);
  expect(await hasty.pay(asked)).toMatchObject({ status: 'paid' });
  expect(virtual.chargedCents()).toBe(2580);
  await hasty.close();
});

test('a whole answer that comes late counts though the next payment begins before its quiet is over', async () => {
  virtual.setMode({ kind: 'manual' });
  const hasty = connect({ ...TIMES, answerMs: 300, quietMs: 5_000 });
  const late: LateAnswer[] = [];
  hasty.onLate((answer) => late.push(answer));
  await hasty.pay({ paymentId: 'one', amountCents: 2580 });
  virtual.decide('accept');
  await expect.poll(() => virtual.chargedCents()).toBe(2580);
  // Sent; it stands on the wire for a moment more.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const next = hasty.pay({ paymentId: 'two', amountCents: 990 });
  await expect.poll(() => late).toMatchObject([{ paymentId: 'one', outcome: { status: 'paid' } }]);
  await next;
  await hasty.close();
});

test('the next payment does not hear the late answer of the one before', async () => {
  virtual.setMode({ kind: 'manual' });
  const hasty = connect({ ...TIMES, answerMs: 300 });
  await hasty.pay({ paymentId: 'one', amountCents: 2580 });
  const next = hasty.pay({ paymentId: 'two', amountCents: 2580 });
  virtual.decide('accept');
  expect((await next).status).toBe('in-doubt');
  await hasty.close();
});

test('the state of a terminal is told in French as it changes', async () => {
  const states: TerminalStatus[] = [];
  terminal.onStatus((status) => states.push(status));
  await terminal.pay({ paymentId: 'one', amountCents: 2580 });
  virtual.setMode({ kind: 'refuse', delayMs: 0 });
  await terminal.pay({ paymentId: 'two', amountCents: 2580 });
  await virtual.close();
  await terminal.pay({ paymentId: 'three', amountCents: 2580 });
  expect(states.map(({ detail }) => detail)).toEqual([
    'En cours',
    'Prêt',
    'En cours',
    'Refusé\u202f: refusé par la banque',
    'En cours',
    'Terminal injoignable',
  ]);
  expect(terminal.status().action).toBe('Vérifier que le terminal est allumé et relié');
});

test('a look at the terminal says whether it is there, and never shows an amount', async () => {
  expect(await terminal.probe()).toMatchObject({ status: 'ready', detail: 'Prêt' });
  await virtual.close();
  expect(await terminal.probe()).toMatchObject({ status: 'trouble' });
  expect(virtual.transactions()).toEqual([]);
});

test('after a power cut the terminal cannot be reached until the power is back', async () => {
  virtual.setMode({ kind: 'power-cut', delayMs: 0 });
  expect(await terminal.pay({ paymentId: 'one', amountCents: 2580 })).toEqual({
    status: 'in-doubt',
    reason: 'connection-lost',
  });
  expect(virtual.chargedCents()).toBe(2580);
  expect((await terminal.pay({ paymentId: 'two', amountCents: 100 })).status).not.toBe('paid');
  virtual.setMode({ kind: 'accept', delayMs: 0 });
  expect((await terminal.pay({ paymentId: 'three', amountCents: 100 })).status).toBe('paid');
  await until(virtual.onChange, () => virtual.chargedCents() === 2680);
});
