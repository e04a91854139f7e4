import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Caller } from '#app/contract/contract.ts';
import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { toText } from '#app/receipt/text.ts';
import { sqliteSql } from '#main/database/sqlite-sql.ts';
import { receiptFacts } from '#main/store/papers/receipt-facts.ts';
import { newId } from '#tests/world/order-input.ts';
import { aStore, MANAGER, type StoreOfTest, theStore } from '#tests/world/store.ts';
import { type Till, tillOf } from '#tests/world/till.ts';

let store: StoreOfTest;
let till: Till;
beforeEach(async () => {
  store = await aStore();
  till = tillOf(store);
});
afterEach(() => store.remove());

const COMPANY = { name: 'Garage Morel', addressLines: ['3 rue Neuve', '69003 Lyon'] };

async function paid(): Promise<string> {
  return till.place({ payment: { method: 'cash', paymentId: newId(), tenderedCents: 5_000 } });
}

describe('an invoice made from a receipt', () => {
  test('has the next number of its own series, and asking again gives the same one', async () => {
    const [first, second] = [await paid(), await paid()];
    const one = await till.ask('invoice.issue', { orderId: first, company: COMPANY });
    expect(one.invoiceNumber).toMatch(/-000001$/);
    expect(await till.ask('invoice.issue', { orderId: first, company: COMPANY })).toEqual(one);
    const two = await till.ask('invoice.issue', { orderId: second, company: COMPANY });
    expect(two.invoiceNumber).toMatch(/-000002$/);
    expect((await till.detail(first)).invoiceNumber).toBe(one.invoiceNumber);
  });

  test('is not made of what is not paid, nor with a SIREN that cannot be', async () => {
    const orderId = await till.place();
    expect(await till.refused('invoice.issue', { orderId, company: COMPANY })).toBe(
      'order.not-paid',
    );
    const wrong = { orderId: await paid(), company: { ...COMPANY, siren: '732829321' } };
    expect(await till.refused('invoice.issue', wrong)).toBe('invoice.bad-siren');
  });

  test('names the buyer, whom the journal does not know', async () => {
    const orderId = await paid();
    await till.ask('invoice.issue', { orderId, company: { ...COMPANY, siren: '732829320' } });
    const text = paper(orderId, 'invoice');
    expect(text).toContain('FACTURE');
    expect(text).toContain('Garage Morel');
    expect(text).toContain('SIREN 732829320');
    expect(journalText()).not.toContain('Morel');
  });
});

describe('papers of an order', () => {
  test('that was cancelled say so', async () => {
    const orderId = await paid();
    expect(paper(orderId, 'receipt')).not.toContain('ANNULÉE');
    await till.ask('order.cancel', { orderId, reason: 'Erreur de saisie' });
    expect(paper(orderId, 'receipt')).toContain('ANNULÉE');
  });

  test('a note says what is to be paid and that it is no receipt', async () => {
    const orderId = await till.place();
    const text = paper(orderId, 'note');
    expect(text).toContain('NOTE');
    expect(text).toContain('Reste à payer');
  });

  test('a receipt shows what was given back, and a voucher its code', async () => {
    const orderId = await till.place({
      nonSales: [{ nonSaleId: newId(), kind: 'gift-voucher', cents: 2_000 }],
      payment: { method: 'cash', paymentId: newId(), tenderedCents: 5_000 },
    });
    const code = (await till.detail(orderId)).nonSales[0]?.code ?? 'none';
    expect(paper(orderId, 'receipt')).toContain(code);
  });

  test('after a refund ask for nothing more, on a receipt and on the invoice made before it', async () => {
    const orderId = await till.place({
      lines: [{ productId: 'reine', sizeId: 'm', quantity: 2, changes: [] }],
      payment: { method: 'cash', paymentId: newId(), tenderedCents: 5_000 },
    });
    await till.ask('invoice.issue', { orderId, company: COMPANY });
    await tillOf(store, MANAGER).ask('order.refund', {
      orderId,
      refundId: newId(),
      lines: [{ lineId: '1', quantity: 1 }],
      reason: 'Pizza froide',
    });
    const [stored] = stories('order.refunded');
    const back = stored?.['vat'] as { grossCents: number; vatCents: number }[];
    expect(back).toEqual([{ rateBp: 1_000, grossCents: -1_190, netCents: -1_082, vatCents: -108 }]);
    for (const kind of ['receipt', 'invoice'] as const) {
      const text = paper(orderId, kind);
      expect(text).not.toMatch(/payer/);
      expect(text).toMatch(/Total +21,64 +2,16 +23,80/);
      expect(text).toMatch(/10.% +-10,82 +-1,08 +-11,90/);
      expect(text).toMatch(/Net +10,82 +1,08 +11,90/);
    }
    expect(paper(orderId, 'invoice')).toContain('Prix unitaire HT 10,82');
  });

  test('name who took the order by first name, whom the journal does not', async () => {
    expect(paper(await paid(), 'receipt')).toContain('Servi par Sofia');
    expect(journalText()).not.toContain('Sofia');
    const screen: Caller = { role: 'counter', name: 'counter' };
    const orderId = await tillOf(store, screen).place();
    expect(paper(orderId, 'receipt')).not.toContain('Servi par');
  });

  test('the original, then numbered duplicates, a note counted apart', async () => {
    const orderId = await paid();
    expect(await till.ask('receipt.print', { orderId })).toEqual({ copy: 0 });
    expect(await till.ask('receipt.print', { orderId })).toEqual({ copy: 1 });
    expect(await till.ask('receipt.print', { orderId, document: 'note' })).toEqual({ copy: 0 });
    expect(await till.refused('receipt.print', { orderId, document: 'invoice' })).toBe(
      'invoice.none',
    );
  });

  test('the digital receipt is at the centre, and nowhere without one', async () => {
    expect(await till.refused('receipt.share', { orderId: await paid() })).toBe(
      'receipt.no-centre',
    );
  });
});

function paper(orderId: string, kind: 'receipt' | 'note' | 'invoice'): string {
  const file = new Database(join(store.folder, 'store.sqlite'), { readonly: true });
  const sql = sqliteSql(file);
  const facts = receiptFacts({
    sql,
    store: theStore('lyon-3'),
    orderId,
    copy: 0,
    software: { name: 'OC Pizza', version: 'test' },
    paper: kind,
  });
  file.close();
  return toText(customerReceipt(facts), 48);
}

function stories(type: string): Record<string, unknown>[] {
  return journalText()
    .split('\n')
    .map((text) => JSON.parse(text) as { type: string; data: Record<string, unknown> })
    .flatMap((entry) => (entry.type === type ? [entry.data] : []));
}

function journalText(): string {
  const file = new Database(join(store.folder, 'store.sqlite'), { readonly: true });
  const rows = file.prepare('select text from journal').all() as { text: string }[];
  file.close();
  return rows.map(({ text }) => text).join('\n');
}
