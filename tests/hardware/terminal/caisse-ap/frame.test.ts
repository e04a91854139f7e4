import fc from 'fast-check';
import { expect, test } from 'vitest';

import { answerReader, requestBytes } from '#hardware/terminal/caisse-ap/frame.ts';

import { ANSWER_PAID, PAYXPERT_DECLINED, REQUEST_3790, REQUEST_CHEQUE } from './vectors.ts';

const IPC = '012345678901';

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function read(...pieces: string[]) {
  const reader = answerReader();
  for (const piece of pieces) reader.push(bytes(piece));
  return reader.state();
}

function request(changed: Partial<Parameters<typeof requestBytes>[0]> = {}): string {
  const asked = { tillNumber: '01', amountCents: 3790, ipc: IPC, action: 'debit', ...changed };
  return new TextDecoder().decode(requestBytes(asked as Parameters<typeof requestBytes>[0]));
}

test('a payment of 37.90 is asked for with the known bytes', () => {
  expect(request()).toBe(REQUEST_3790);
});

test('a cheque of five cents is asked for with the known bytes, the amount in two digits', () => {
  expect(request({ amountCents: 5, application: '00C' })).toBe(REQUEST_CHEQUE);
});

test.each([
  ['debit', '0'],
  ['refund', '1'],
  ['cancellation', '2'],
  ['duplicate', '3'],
] as const)('a %s has the action %s and the same amount, never negative', (action, code) => {
  expect(request({ action })).toBe(REQUEST_3790.replace('CD0010', `CD001${code}`));
});

test('partial payment is never mentioned: newer terminals refuse a request that does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999_999 }),
      fc.constantFrom('debit', 'refund', 'cancellation', 'duplicate'),
      (amountCents, action) => {
        const sent = request({ amountCents, action });
        expect(sent.startsWith('CZ0040300CJ012')).toBe(true);
        const tags = sent.match(/[A-Z]{2}(?=\d{3})/g);
        expect(tags).toEqual(['CZ', 'CJ', 'CA', 'CE', 'BA', 'CD', 'CB']);
      },
    ),
  );
});

test('an answer cut at any byte, with noise before it, is read the same', () => {
  const noisy = `\u0002\u0000?${ANSWER_PAID}`;
  const whole = read(noisy);
  expect(whole.status).toBe('boundary');
  expect(Object.fromEntries(whole.records)).toEqual({
    ...{ CZ: '0300', CA: '01', CE: '978', CD: '0', CB: '3790', AE: '10' },
    ...{ CC: '001', CI: '1', AC: '548964', AA: '410849######4250', CG: '424242' },
    ...{ AI: 'A00000000872751506781', AB: '2705' },
  });
  for (let cut = 0; cut <= noisy.length; cut += 1) {
    expect(read(noisy.slice(0, cut), noisy.slice(cut))).toEqual(whole);
  }
});

test('only the end of a record looks like the end of an answer', () => {
  const ends: number[] = [];
  for (let length = 1; length <= REQUEST_3790.length; length += 1) {
    if (read(REQUEST_3790.slice(0, length)).status === 'boundary') ends.push(length);
  }
  expect(ends).toEqual([9, 26, 33, 41, 47, 53, 62]);
});

test.each([
  ['a length that is no number', 'CZ0040300XX0x1'],
  ['a tag in small letters', 'CZ0040300ae00210'],
  ['two different results', `${ANSWER_PAID}AE00201`],
  ['a second amount that is none', `${ANSWER_PAID}CB0011`],
  ['a second result that is none', `${ANSWER_PAID}AE00299Z`.replace('AE002', 'AE003')],
  ['noise without end', 'x'.repeat(300)],
  ['more than an answer can hold', `CZ0040300${'ZT999'.padEnd(1_004, 'x').repeat(9)}`],
])('%s cannot be read as an answer', (_name, answer) => {
  expect(read(answer).status).toBe('malformed');
});

test('whatever a terminal sends, in whatever pieces, reading it never fails', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (pieces) => {
      const reader = answerReader();
      for (const piece of pieces) reader.push(piece);
      expect(['empty', 'inside', 'boundary', 'malformed']).toContain(reader.state().status);
    }),
  );
});

test('an example of PayXpert is read, but for the number that is no whole record', () => {
  // The example counts sixteen characters and shows fifteen.
  const fixed = PAYXPERT_DECLINED.replace('AA016', 'AA015');
  expect(Object.fromEntries(read(fixed).records)).toMatchObject({
    ...{ CZ: '0320', CA: '1', CB: '2500', AE: '01', AF: '07', AA: '***********0674' },
  });
  expect(read(PAYXPERT_DECLINED).status).toBe('inside');
});

test('a whole card number is masked before anything else sees it', () => {
  const number = '4970101122331234';
  const leaking = ANSWER_PAID.replace('410849######4250', number);
  expect(read(leaking).records.get('AA')).toBe('497010######1234');
});

test.each([
  ['private data', `CF016${'4970101122331234'}`],
  ['a ticket', `ZT016${'4970101122331234'}`],
  ['an authorisation too long for one', `AC016${'4970101122331234'}`],
  ['an application identifier that is none', `AI016${'4970101122331234'}`],
  ['a contract too long for one', `CG016${'4970101122331234'}`],
  ['an expiry too long for one', `AB016${'4970101122331234'}`],
])('a card number hidden in %s is not kept', (_name, record) => {
  const { records } = read(`${REQUEST_3790}AE00210${record}`);
  expect([...records.values()].join(' ')).not.toContain('4970101122331234');
});

const noise = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes))
  .filter((text) => !text.includes('CZ'));

test('noise before an answer, in any pieces, changes nothing', () => {
  const whole = read(ANSWER_PAID);
  const cuts = fc.array(fc.nat({ max: ANSWER_PAID.length + 40 }), { maxLength: 8 });
  fc.assert(
    fc.property(noise, cuts, (before, at) => {
      expect(read(...cutAt(`${before}${ANSWER_PAID}`, at))).toEqual(whole);
    }),
  );
});

test('noise between the records of an answer never makes a payment of a refusal', () => {
  const declined = ANSWER_PAID.replace('AE00210', 'AE00201');
  const places = [...REQUEST_3790.matchAll(/[A-Z]{2}\d{3}/g)].map(({ index }) => index);
  fc.assert(
    fc.property(fc.constantFrom(...places, REQUEST_3790.length), noise, (at, middle) => {
      const state = read(`${declined.slice(0, at)}${middle}${declined.slice(at)}`);
      if (state.status === 'boundary') expect(state.records.get('AE')).not.toBe('10');
    }),
  );
});

test('two different answers joined are unreadable; the same one twice is one', () => {
  const amounts = fc.integer({ min: 10, max: 999_999 });
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      const joined = read(answerFor(one), answerFor(other));
      expect(joined.status).toBe(one === other ? 'boundary' : 'malformed');
    }),
  );
});

function answerFor(amountCents: number): string {
  const amount = String(amountCents);
  return ANSWER_PAID.replace('CB0043790', `CB00${amount.length}${amount}`);
}

function cutAt(text: string, places: readonly number[]): string[] {
  const edges = [0, ...places.toSorted((one, other) => one - other), text.length];
  return edges.slice(1).map((end, index) => text.slice(edges[index], end));
}
