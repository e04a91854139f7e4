import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startVirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { newId } from '#tests/world/order-input.ts';
import { aStore, MANAGER, type StoreOfTest } from '#tests/world/store.ts';
import { type Till, tillOf } from '#tests/world/till.ts';

let store: StoreOfTest;
let till: Till;
/** A Friday: titres-restaurant are taken. */
const FRIDAY = Date.parse('2026-11-20T19:00:00.000Z');
const SUNDAY = Date.parse('2026-11-22T19:00:00.000Z');
let clock = FRIDAY;
beforeEach(async () => {
  clock = FRIDAY;
  store = await aStore({ clock: () => clock });
  till = tillOf(store);
});
afterEach(() => store.remove());

describe('a bill paid in several ways', () => {
  test('a part by cheque, the rest in cash: change is given on the cash only', async () => {
    const orderId = await till.place();
    const { totalCents } = await till.detail(orderId);
    const cheque = { method: 'cheque' as const, paymentId: newId(), amountCents: 500 };
    expect(await till.ask('order.pay', { orderId, payment: cheque })).toEqual({
      dueCents: totalCents - 500,
      changeCents: 0,
    });
    const cash = { method: 'cash' as const, paymentId: newId(), tenderedCents: 1_000 };
    expect(await till.ask('order.pay', { orderId, payment: cash })).toEqual({
      dueCents: 0,
      changeCents: 1_500 - totalCents,
    });
  });

  test('a payment pressed by mistake is taken back by somebody with the right', async () => {
    const paymentId = newId();
    const orderId = await till.place({ payment: { method: 'cheque', paymentId } });
    const asked = { orderId, paymentId, reason: 'Mauvaise touche' };
    expect(await till.refused('payment.reverse', asked)).toBe('staff.right-needed');
    const { dueCents } = await tillOf(store, MANAGER).ask('payment.reverse', asked);
    expect(dueCents).toBe((await till.detail(orderId)).totalCents);
  });
});

describe('titres-restaurant', () => {
  const titles = (...titlesCents: number[]) => ({
    method: 'meal-voucher' as const,
    paymentId: newId(),
    titlesCents,
  });

  test('two titles of 9,50 € against a cap of 25 €, the rest otherwise, no change (E12)', async () => {
    const orderId = await till.place({
      lines: [
        { productId: 'reine', sizeId: 'm', quantity: 2, changes: [] },
        { productId: 'tiramisu', sizeId: 'unit', quantity: 1, changes: [] },
      ],
    });
    const { totalCents } = await till.detail(orderId);
    const { dueCents } = await till.ask('order.pay', { orderId, payment: titles(950, 950) });
    expect(dueCents).toBe(totalCents - 1_900);
    const third = { orderId, payment: titles(950) };
    expect(await till.refused('order.pay', third)).toBe('payment.meal-voucher-cap');
  });

  test('on a Sunday they are refused unless somebody says why', async () => {
    clock = SUNDAY;
    const orderId = await till.place();
    const payment = titles(500);
    expect(await till.refused('order.pay', { orderId, payment })).toBe('payment.rest-day');
    await till.ask('order.pay', {
      orderId,
      payment: { ...payment, holidayReason: 'Travaille le dimanche' },
    });
    expect(await till.ask('voucher.meal-rules', { orderId })).toMatchObject({
      capCents: 2_500,
      isRestDay: true,
    });
  });

  test('they pay no beer', async () => {
    const orderId = await till.place({
      lines: [{ productId: 'meteor-33', sizeId: 'unit', quantity: 1, changes: [] }],
    });
    expect(await till.refused('order.pay', { orderId, payment: titles(100) })).toBe(
      'payment.not-eligible',
    );
  });
});

describe('the cash drawer', () => {
  test('opens for what lies in it, once, and not for a payment later', async () => {
    const printer = await startVirtualPrinter({ name: 'Comptoir', port: 0, pagePort: 0 });
    const withDrawer = await aStore({ printer: { host: '127.0.0.1', port: printer.port } });
    const here = tillOf(withDrawer);
    await expect
      .poll(async () => (await here.ask('store.status', {})).printer.status)
      .toBe('ready');
    const orderId = await here.place();
    expect(printer.drawerOpenings()).toBe(0);
    const payment = { method: 'cash' as const, paymentId: newId(), tenderedCents: 5_000 };
    await here.ask('order.pay', { orderId, payment });
    await here.ask('order.pay', { orderId, payment });
    await expect.poll(() => printer.drawerOpenings()).toBe(1);
    await withDrawer.remove();
    await printer.close();
  });
});

describe('gift vouchers', () => {
  test('sold without being turnover, then used up to what is on them', async () => {
    const sale = await till.place({
      lines: [],
      nonSales: [{ nonSaleId: newId(), kind: 'gift-voucher', cents: 2_000 }],
      payment: { method: 'cash', paymentId: newId(), tenderedCents: 2_000 },
    });
    expect(await till.detail(sale)).toMatchObject({
      totalCents: 0,
      nonSaleCents: 2_000,
      dueCents: 0,
    });
    const code = (await till.detail(sale)).nonSales[0]?.code ?? 'none';
    expect(await till.ask('voucher.find', { code })).toMatchObject({ balanceCents: 2_000 });
    const orderId = await till.place();
    const { totalCents } = await till.detail(orderId);
    const payment = { method: 'gift-voucher' as const, paymentId: newId(), code };
    expect(await till.ask('order.pay', { orderId, payment })).toMatchObject({ dueCents: 0 });
    expect(await till.ask('voucher.find', { code })).toMatchObject({
      balanceCents: 2_000 - totalCents,
    });
  });

  test('a code that nobody sold pays nothing', async () => {
    const orderId = await till.place();
    const payment = { method: 'gift-voucher' as const, paymentId: newId(), code: 'AAAA-BBBB-CCCC' };
    expect(await till.refused('order.pay', { orderId, payment })).toBe('payment.voucher-unknown');
  });

  test('one that is not paid for yet pays nothing, least of all itself', async () => {
    const orderId = await till.place({
      nonSales: [{ nonSaleId: newId(), kind: 'gift-voucher', cents: 2_000 }],
    });
    const { dueCents, nonSales } = await till.detail(orderId);
    const code = nonSales[0]?.code ?? 'none';
    const byVoucher = () => ({ method: 'gift-voucher' as const, paymentId: newId(), code });
    const other = await till.place();
    for (const each of [orderId, other])
      expect(await till.refused('order.pay', { orderId: each, payment: byVoucher() })).toBe(
        'payment.voucher-unpaid',
      );
    const cash = { method: 'cash' as const, paymentId: newId(), tenderedCents: dueCents };
    await till.ask('order.pay', { orderId, payment: cash });
    await till.ask('order.pay', { orderId: other, payment: byVoucher() });
    expect((await till.detail(other)).dueCents).toBe(0);
  });

  test('one used and put back in full no longer holds its own order', async () => {
    const sale = await till.place({
      lines: [],
      nonSales: [{ nonSaleId: newId(), kind: 'gift-voucher', cents: 2_000 }],
      payment: { method: 'cash', paymentId: newId(), tenderedCents: 2_000 },
    });
    const code = (await till.detail(sale)).nonSales[0]?.code ?? 'none';
    const orderId = await till.place();
    const payment = { method: 'gift-voucher' as const, paymentId: newId(), code };
    await till.ask('order.pay', { orderId, payment });
    const cancel = { orderId: sale, reason: 'Erreur de saisie' };
    expect(await till.refused('order.cancel', cancel)).toBe('order.voucher-used');
    const { paymentId } = payment;
    const reversal = { orderId, paymentId, reason: 'Mauvaise touche' };
    await tillOf(store, MANAGER).ask('payment.reverse', reversal);
    await till.ask('order.cancel', cancel);
    expect((await till.ask('voucher.find', { code })).balanceCents).toBe(0);
  });
});
