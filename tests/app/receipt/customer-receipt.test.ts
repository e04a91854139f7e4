import { describe, expect, test } from 'vitest';

import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import type { Columns } from '#app/receipt/layout.ts';
import { toSvg } from '#app/receipt/svg.ts';
import { toText } from '#app/receipt/text.ts';

import { receiptFactsOf } from './facts.ts';

const WIDTHS: readonly Columns[] = [32, 42, 48];

function paper(columns: Columns, changed: Parameters<typeof receiptFactsOf>[0] = {}): string {
  return toText(customerReceipt(receiptFactsOf(changed)), columns).replaceAll('\u00a0', ' ');
}

test('a receipt on 58 mm paper reads as the customer will see it', () => {
  expect(paper(32)).toBe(`\
        OC Pizza Lyon 3
     12 rue de la Part-Dieu
           69003 Lyon
    SIRET 123 456 789 00012
 NAF 5610C · TVA FR12 123456789
================================
Commande n° 42
À emporter      24/07/2026 19:42
Caisse 01 · Servi par Sofia
--------------------------------
2   Bœuf épicé Moyenne   27,80 A
    2 × 13,90
    + Olives
    sans oignon
1   Coca-Cola 33 cl       2,20 B
    Remise               -0,10
--------------------------------
2 lignes, 3 articles
                   TOTAL 29,90 €
Espèces                  29,90 €
  Reçu                   40,00 €
  Rendu                  10,10 €
--------------------------------
Taux          HT    TVA      TTC
A 10 %     25,27   2,53    27,80
B 5,5 %     1,99   0,11     2,10
Total      27,26   2,64    29,90
================================
     Merci et bon appétit !
         OC Pizza 0.1.0
`);
});

describe.each(WIDTHS)('on paper of %i characters', (columns) => {
  test('all that the law and the certifiers ask of a receipt is on it (R-TICK-01)', () => {
    const mentions = [
      ...['OC Pizza Lyon 3', '12 rue de la Part-Dieu', '69003 Lyon', '123 456 789 00012'],
      ...['NAF 5610C', 'FR12 123456789', 'Commande n° 42', '24/07/2026 19:42', 'Caisse 01'],
      ...['Sofia', 'Bœuf épicé Moyenne', '2 × 13,90', '2 lignes, 3 articles', 'TOTAL 29,90 €'],
      ...['Espèces', 'OC Pizza 0.1.0'],
    ];
    for (const mention of mentions) expect(paper(columns)).toContain(mention);
  });

  test('no line is wider than the paper, however long the names', () => {
    const long = 'Quatre-fromages-et-jambon-de-Bayonne extra grande à la crème d’Isigny';
    const [line] = receiptFactsOf().lines;
    if (line === undefined) throw new Error('the facts have lines');
    const printed = paper(columns, {
      lines: [{ ...line, name: long, detail: [long, long], grossCents: 9_999_900 }],
      operator: long,
    });
    for (const row of printed.split('\n')) expect(row.length).toBeLessThanOrEqual(columns);
  });

  test('a great amount is never broken over two lines', () => {
    const total = { totalCents: 1_234_567, vat: [] };
    expect(paper(columns, total)).toContain('TOTAL 12 345,67 €');
  });

  test('the euro sign, the ligature and every accent survive', () => {
    const name = 'Œuf à l’œil – pâte « fine » n°1, ça pique… 13,90\u202f€';
    const [line] = receiptFactsOf().lines;
    if (line === undefined) throw new Error('the facts have lines');
    const words = paper(columns, { lines: [{ ...line, name, detail: [] }] }).split(/\s+/);
    for (const word of name.split(/\s+/)) expect(words).toContain(word);
  });
});

test('the first print is the original, the next ones are numbered duplicates', () => {
  expect(paper(42)).not.toContain('DUPLICATA');
  expect(paper(42, { copy: 2 })).toContain('DUPLICATA 2');
});

test('what is not paid yet is said', () => {
  expect(paper(42)).not.toContain('Reste à payer');
  const printed = paper(42, { payments: [] });
  expect(printed).toMatch(/Reste à payer +29,90 €/);
});

test('of a cancelled order nobody takes it for a sale, and nothing is left to pay', () => {
  const printed = paper(42, { isCancelled: true, payments: [] });
  expect(printed).toContain('ANNULÉE');
  expect(printed).not.toContain('Reste à payer');
});

test('a gift voucher sold by itself has its code, what was paid, and no table of VAT', () => {
  const printed = paper(42, {
    ...{ lines: [], vat: [], totalCents: 0 },
    nonSales: [{ label: 'Bon d’achat', cents: 2_000, code: 'ABCD-EFGH-JKLM' }],
    payments: [{ label: 'Espèces', amountCents: 2_000 }],
  });
  expect(printed).toMatch(/Bon d’achat +20,00 €\nCode ABCD-EFGH-JKLM\nMontant total +20,00 €/);
  expect(printed).toContain('TVA due à l’utilisation du bon.');
  expect(printed).not.toMatch(/TOTAL|Taux|0 ligne|Reste à payer/);
});

describe('of an order paid of which something was given back', () => {
  const REFUNDED = {
    refunds: [{ name: 'Bœuf épicé Moyenne', cents: -1_390 }],
    refundVat: [{ rateBp: 1_000, grossCents: -1_390, netCents: -1_264, vatCents: -126 }],
  };

  test('nothing is to be paid, and the VAT of the refund stands under that of the sale (E11)', () => {
    const printed = paper(32, REFUNDED);
    expect(printed).not.toMatch(/payer/);
    expect(printed).toContain(`\
Net après remboursement  16,00 €
`);
    expect(printed).toContain(`\
Taux          HT    TVA      TTC
A 10 %     25,27   2,53    27,80
B 5,5 %     1,99   0,11     2,10
Total      27,26   2,64    29,90
Remboursé
A 10 %    -12,64  -1,26   -13,90
Net        14,62   1,38    16,00
`);
    expect(printed).not.toContain('Facture');
  });

  test('an invoice keeps its numbers and says that only the net may be deducted', () => {
    const buyer = { name: 'Garage Morel', addressLines: ['3 rue Neuve'] };
    const title = { kind: 'invoice', number: 'lyon-3-000001', date: '24/07/2026', buyer } as const;
    const printed = paper(42, { ...REFUNDED, title });
    expect(printed).toMatch(/Total +27,26 +2,64 +29,90/);
    expect(printed).toMatch(/Net +14,62 +1,38 +16,00/);
    expect(printed.replace(/\s+/g, ' ')).toContain('Seule la TVA nette est déductible.');
    expect(paper(42, { title })).not.toContain('rectifiée');
  });

  test('what is still to be paid of it is said', () => {
    const printed = paper(42, { ...REFUNDED, payments: [] });
    expect(printed).toMatch(/À payer +16,00 €/);
    expect(printed).toMatch(/Reste à payer +16,00 €/);
  });
});

test('an invoice has the price of one without VAT, and a receipt has not', () => {
  const buyer = { name: 'Garage Morel', addressLines: [] };
  const title = { kind: 'invoice', number: 'lyon-3-000001', date: '24/07/2026', buyer } as const;
  const printed = paper(42, { title });
  expect(printed).toContain('Prix unitaire HT 12,64');
  expect(printed).toContain('Prix unitaire HT 2,09');
  expect(paper(42)).not.toContain('Prix unitaire HT');
});

test('where nobody knows who took the order, nobody is named', () => {
  const { operator: _operator, ...facts } = receiptFactsOf();
  const printed = toText(customerReceipt(facts), 42);
  expect(printed).not.toContain('Servi par');
  expect(printed).toContain('Caisse 01');
});

test('a receipt as an image asks nothing of anybody else and runs nothing', () => {
  const [line] = receiptFactsOf().lines;
  if (line === undefined) throw new Error('the facts have lines');
  const name = '<script>alert(1)</script> & "Co"';
  const svg = toSvg(customerReceipt(receiptFactsOf({ lines: [{ ...line, name }] })), 42);
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|url\(|<script|<image|@import|href/,
  );
  expect(svg).toContain('&#60;script&#62;');
  expect(svg).toMatch(/^<svg [^>]*>\n<rect /);
});
