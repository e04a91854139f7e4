import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { replay } from '#scripts/replay/replay.ts';
import { asJson } from '#scripts/replay/report.ts';
import { readSales } from '#scripts/replay/sales-file.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FILES = {
  'pizzas.csv': [
    'pizza_id,pizza_type_id,size,price_cents',
    'reine_s,reine,S,1275',
    'reine_xxl,reine,XXL,3595',
  ],
  'orders.csv': [
    'order_id,date,time',
    '1,2015-01-01,11:38:36',
    '2,2015-03-29,02:30:00',
    '3,2015-12-31,23:02:05',
    '4,2016-01-01,00:30:00',
  ],
  'order_lines.csv': [
    'order_id,pizza_id,quantity',
    '1,reine_s,2',
    '2,reine_xxl,1',
    '3,reine_s,1',
    '3,reine_xxl,4',
    '4,reine_s,1',
  ],
};

function theFiles(changed: Partial<typeof FILES> = {}): string {
  for (const [name, lines] of Object.entries({ ...FILES, ...changed }))
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return folder;
}

describe('replaying the year of a pizzeria', () => {
  test('sells every order through a store node, and store and centre agree with the files', async () => {
    const outcome = await replay(readSales(theFiles()), () => undefined);
    // One at half past two in the night when that hour was skipped, one after midnight: that is
    // still the business day before.
    const totals = { orders: 4, lines: 5, pizzas: 9, salesCents: 4 * 1_275 + 5 * 3_595 };
    expect(JSON.parse(asJson(outcome))).toMatchObject({
      agrees: true,
      store: { ...totals, days: 3 },
      centre: { ...totals, days: 3 },
    });
  });

  test.each([
    [
      'a pizza that is not on the menu',
      { 'order_lines.csv': ['order_id,pizza_id,quantity', '1,calzone_s,1'] },
      'order_lines.csv, ligne 2 : pizza inconnue',
    ],
    [
      'a quantity that is no number',
      { 'order_lines.csv': ['order_id,pizza_id,quantity', '1,reine_s,1', '2,reine_s,x'] },
      'order_lines.csv, ligne 3 : nombre entier attendu',
    ],
    [
      'an order without lines',
      { 'order_lines.csv': ['order_id,pizza_id,quantity', '1,reine_s,1'] },
      'orders.csv, ligne 3 : la commande 2 n’a aucune ligne',
    ],
    [
      'a date that does not exist',
      { 'orders.csv': ['order_id,date,time', '1,2015-02-30,11:00:00'] },
      'orders.csv, ligne 2 : date ou heure illisible',
    ],
    [
      'a line of an order that does not exist',
      { 'orders.csv': ['order_id,date,time', '1,2015-01-01,11:00:00'] },
      'order_lines.csv, ligne 3 : commande inconnue 2',
    ],
    [
      'a missing cell',
      { 'pizzas.csv': ['pizza_id,pizza_type_id,size,price_cents', 'reine_s,reine,S'] },
      'pizzas.csv, ligne 2 : 4 cases attendues',
    ],
    [
      'another header',
      { 'pizzas.csv': ['id,type,size,price'] },
      'pizzas.csv, ligne 1 : en-tête attendu',
    ],
  ])('refuses %s, names file and line, and imports nothing', (_what, changed, sentence) => {
    expect(() => readSales(theFiles(changed as Partial<typeof FILES>))).toThrow(sentence);
  });
});
