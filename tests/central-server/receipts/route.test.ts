import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Centre } from '#central/start.ts';
import { aCentre } from '#tests/world/centre.ts';
import { newId } from '#tests/world/order-input.ts';
import { aStore, MANAGER, type StoreOfTest } from '#tests/world/store.ts';
import { type Till, tillOf } from '#tests/world/till.ts';

let centre: Centre;
let store: StoreOfTest;
let till: Till;
beforeEach(async () => {
  centre = await aCentre();
  const enrolmentCode = await centre.issueCode('lyon-3');
  store = await aStore({ centre: { url: centre.url, enrolmentCode } });
  till = tillOf(store);
});
afterEach(async () => {
  await store.remove();
  await centre.close();
});

async function pageAt(url: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text() };
}

describe('the digital receipt', () => {
  test('is there once the store has sent the order, with its lines, its VAT and what was given back', async () => {
    const orderId = await till.place({
      lines: [{ productId: 'reine', sizeId: 'm', quantity: 2, changes: [] }],
      payment: { method: 'cash', paymentId: newId(), tenderedCents: 5_000 },
    });
    await tillOf(store, MANAGER).ask('order.refund', {
      orderId,
      refundId: newId(),
      lines: [{ lineId: '1', quantity: 1 }],
      reason: 'Pizza froide',
    });
    const { url } = await till.ask('receipt.share', { orderId });
    await expect.poll(async () => (await pageAt(url)).status).toBe(200);
    await expect.poll(async () => (await pageAt(url)).text).toMatch(/Rendu/);
    const { text } = await pageAt(url);
    expect(text).toContain('Reine');
    expect(text).toContain('SIRET');
    expect(text).toContain('23,80');
    // The same refund, with the same VAT, as on the paper of the till; and nobody is named.
    expect(text).toContain('>remboursement<');
    expect(text).toContain('-10,82');
    expect(text).not.toMatch(/>(?:payer|Servi)</);
  });

  test('of an order that has not come yet says so, and asks again by itself', async () => {
    const { status, text } = await pageAt(`${centre.url}/r/lyon-3/${newId()}`);
    expect(status).toBe(404);
    expect(text).toContain('Votre ticket arrive');
    expect(text).toContain('http-equiv="refresh"');
  });

  test('of an order cancelled since says so', async () => {
    const orderId = await till.place();
    const { url } = await till.ask('receipt.share', { orderId });
    await expect.poll(async () => (await pageAt(url)).status).toBe(200);
    expect((await pageAt(url)).text).not.toContain('ANNULÉE');
    await till.ask('order.cancel', { orderId, reason: 'Erreur de saisie' });
    await expect.poll(async () => (await pageAt(url)).text).toContain('ANNULÉE');
  });

  test('of an address that is none is not looked for', async () => {
    for (const path of ['lyon-3/1', `LYON/${newId()}`, `..%2f/${newId()}`])
      expect((await pageAt(`${centre.url}/r/${path}`)).text).not.toContain('Votre ticket arrive');
  });

  test('shows a name that looks like markup as the words it is', async () => {
    const orderId = await till.place({
      lines: [
        {
          productId: 'reine',
          sizeId: 'm',
          quantity: 1,
          changes: [],
          note: '<script>alert(1)</script>',
        },
      ],
    });
    const { url } = await till.ask('receipt.share', { orderId });
    await expect.poll(async () => (await pageAt(url)).status).toBe(200);
    expect((await pageAt(url)).text).not.toContain('<script>');
  });
});
