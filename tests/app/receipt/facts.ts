import type { ReceiptFacts } from '#app/receipt/blocks.ts';

/** A sale of 29.90 with two rates of VAT, a change, a discount and a drink. */
export function receiptFactsOf(changed: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    store: {
      name: 'OC Pizza Lyon 3',
      addressLines: ['12 rue de la Part-Dieu', '69003 Lyon'],
      siret: '123 456 789 00012',
      vatId: 'FR12 123456789',
      naf: '5610C',
    },
    till: '01',
    number: 42,
    date: '24/07/2026',
    time: '19:42',
    mode: 'take-away',
    operator: 'Sofia',
    lines: [
      {
        quantity: 2,
        name: 'Bœuf épicé Moyenne',
        detail: ['+ Olives', 'sans oignon'],
        unitPriceCents: 1390,
        grossCents: 2780,
        vatRateBp: 1000,
      },
      {
        quantity: 1,
        name: 'Coca-Cola 33 cl',
        detail: [],
        unitPriceCents: 220,
        grossCents: 210,
        vatRateBp: 550,
      },
    ],
    vat: [
      { rateBp: 1000, grossCents: 2780, netCents: 2527, vatCents: 253 },
      { rateBp: 550, grossCents: 210, netCents: 199, vatCents: 11 },
    ],
    totalCents: 2990,
    payments: [{ label: 'Espèces', amountCents: 2990, tenderedCents: 4000, changeCents: 1010 }],
    copy: 0,
    software: { name: 'OC Pizza', version: '0.1.0' },
    ...changed,
  };
}
