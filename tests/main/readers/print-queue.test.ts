import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { aStore, COUNTER, type StoreOfTest } from '#tests/world/store.ts';

let printer: VirtualPrinter;
let store: StoreOfTest;
beforeEach(async () => {
  printer = await startVirtualPrinter({ name: 'Comptoir', port: 0, pagePort: 0 });
  store = await aStore({ printer: { host: '127.0.0.1', port: printer.port } });
});
afterEach(async () => {
  await store.remove();
  await printer.close();
});

async function ask<T>(method: string, input: unknown): Promise<T> {
  const answer = await store.request(method, input, COUNTER);
  if (!answer.ok) throw new Error(`${method} refused: ${answer.refusal.code}`);
  return answer.value as T;
}

async function anOrder(): Promise<string> {
  const input = anOrderInput();
  await ask('order.place', input);
  return input.orderId;
}

function receiptState(orderId: string) {
  return expect.poll(
    async () => (await ask<{ receipt: string }>('order.detail', { orderId })).receipt,
    { timeout: 15_000 },
  );
}

describe('the receipt of an order', () => {
  test('is not printed unless somebody asks for it (R-TICK-02)', async () => {
    const orderId = await anOrder();
    await receiptState(orderId).toBe('none');
    expect(printer.receipts()).toHaveLength(0);
  });

  test('is printed once when asked, and a second time as a duplicate (R-FISC-22)', async () => {
    const orderId = await anOrder();
    expect(await ask('receipt.print', { orderId })).toEqual({ copy: 0 });
    await receiptState(orderId).toBe('printed');
    expect(await ask('receipt.print', { orderId })).toEqual({ copy: 1 });
    await expect.poll(() => printer.receipts().length, { timeout: 15_000 }).toBe(2);
    const texts = printer.receipts().map(({ text }) => text);
    expect(texts.filter((text) => text.includes('DUPLICATA'))).toHaveLength(1);
    expect(texts.every((text) => text.includes('Reine'))).toBe(true);
  });

  test('waits for the printer to come back, and is then printed once', async () => {
    await printer.setFault({ kind: 'off' });
    const orderId = await anOrder();
    await ask('receipt.print', { orderId });
    await receiptState(orderId).toBe('queued');
    await printer.setFault({ kind: 'none' });
    await receiptState(orderId).toBe('printed');
    expect(printer.receipts()).toHaveLength(1);
  });

  test('that was on its way when the power went is unknown, and never printed again by itself', async () => {
    await printer.setFault({ kind: 'off' });
    const orderId = await anOrder();
    await ask('receipt.print', { orderId });
    await receiptState(orderId).toBe('queued');
    await store.close();
    // What the file holds when the power goes after the first byte.
    const database = new Database(join(store.folder, 'store.sqlite'));
    database.exec("update print_job set state = 'sending'");
    database.close();
    await printer.setFault({ kind: 'none' });
    store = await aStore({
      folder: store.folder,
      printer: { host: '127.0.0.1', port: printer.port },
    });
    await receiptState(orderId).toBe('unknown');
    await ask('receipt.print', { orderId });
    await expect.poll(() => printer.receipts().length, { timeout: 15_000 }).toBe(1);
    expect(printer.receipts()[0]?.text).toContain('DUPLICATA');
  });

  test.each([
    ['sending', 'before it went'],
    ['printed', 'after it came out'],
  ])(
    'whose state “%s” cannot be written %s is printed once, and the till sells on',
    async (state) => {
      const disk = new Database(join(store.folder, 'store.sqlite'));
      disk.exec(`create trigger no_room before update on print_job when new.state = '${state}'
               begin select raise(abort, 'no room'); end`);
      const orderId = await anOrder();
      await ask('receipt.print', { orderId });
      const before = state === 'sending' ? 0 : 1;
      await expect.poll(() => printer.receipts().length, { timeout: 15_000 }).toBe(before);
      await anOrder();
      await receiptState(orderId).toBe(state === 'sending' ? 'queued' : 'sending');
      disk.exec('drop trigger no_room');
      disk.close();
      await receiptState(orderId).toBe('printed');
      expect(printer.receipts()).toHaveLength(1);
    },
  );

  test('is another paper than the note before payment, each with its own first print', async () => {
    const orderId = await anOrder();
    expect(await ask('receipt.print', { orderId, document: 'note' })).toEqual({ copy: 0 });
    expect(await ask('receipt.print', { orderId })).toEqual({ copy: 0 });
    await expect.poll(() => printer.receipts().length, { timeout: 15_000 }).toBe(2);
    for (const { text } of printer.receipts()) expect(text).not.toContain('DUPLICATA');
  });

  test('of an order that does not exist is refused', async () => {
    const { orderId } = anOrderInput();
    expect(await store.request('receipt.print', { orderId }, COUNTER)).toMatchObject({
      refusal: { code: 'order.not-found' },
    });
  });
});
