import { expect, test } from 'vitest';

import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { readScanned } from '#renderer/counter/scanner/scanned.ts';

const ORDER = '0192f3a1-7c2b-7000-8000-123456789abc';
const read = (text: string) => readScanned(text, demonstrationMenu);

test('the QR code of a receipt names its order', () => {
  const order = { kind: 'receipt', orderId: ORDER };
  expect(read(`https://centre.oc-pizza.fr/r/lyon-3/${ORDER}`)).toEqual(order);
  expect(read(`HTTPS://CENTRE.OC-PIZZA.FR/R/LYON-3/${ORDER.toUpperCase()}`)).toEqual(order);
});

test('a code of the menu is a coupon, a code in three groups of four a gift voucher', () => {
  expect(read('etudiant')).toEqual({ kind: 'coupon', code: 'ETUDIANT' });
  expect(read('7HKX-22PB-QWRT')).toEqual({ kind: 'gift-voucher', code: '7HKX-22PB-QWRT' });
});

test('what a quick hand types in the code line is none of our codes', () => {
  for (const typed of ['2rei m -oig', '0612345678', '#214', 'calzone', '3760123456789', ''])
    expect(read(typed)).toBeUndefined();
});

test('an address that is no receipt is none of our codes', () => {
  expect(read('https://example.org/menu')).toBeUndefined();
  expect(read('https://example.org/r/lyon-3/214')).toBeUndefined();
});
