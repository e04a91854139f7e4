import { expect, test } from 'vitest';

import { testPage } from '#app/receipt/test-page.ts';
import { toText } from '#app/receipt/text.ts';

test.each([32, 42, 48] as const)(
  'the test page shows letters, an amount, a code and the cut on %i characters',
  (columns) => {
    const printed = toText(testPage({ storeName: 'OC Pizza Lyon 3' }), columns);
    for (const word of [
      'Bœuf',
      'Noël',
      'À,',
      '1\u00a0234,50\u00a0€',
      'OC Pizza Lyon 3',
      'https://',
    ]) {
      expect(printed).toContain(word);
    }
    expect(testPage({ storeName: '' }).at(-1)).toEqual({ type: 'cut' });
  },
);
