import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ENPC_FUNCTIONS, enpcBytes, enpcMessage, modelIn } from '#hardware/discovery/enpc.ts';

test('the question for basic information is the one of the interface’s manual', () => {
  const bytes = enpcBytes({
    ...({ kind: 'Q', function: ENPC_FUNCTIONS.basicInformation } as const),
    data: new Uint8Array(),
  });
  expect(Buffer.from(bytes).toString('hex')).toBe(
    '4550534f4e' + '51' + '0300' + '0000' + '0000' + '0000',
  );
});

test('an answer with a model in it is read', () => {
  const data = Buffer.from('\u0001\u0000TM-T88V\u0000\u0000UB-E02', 'latin1');
  const bytes = enpcBytes({ kind: 'q', function: 0, data });
  const message = enpcMessage(bytes);
  expect(message?.kind).toBe('q');
  expect(message === undefined ? undefined : modelIn(message)).toBe('TM-T88V');
});

test('what is written is read back, and no shorter piece of it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Q', 'C', 'q', 'c'),
      fc.integer({ min: 0, max: 0xffff }),
      fc.uint8Array({ maxLength: 60 }),
      fc.uint8Array({ maxLength: 8 }),
      (kind, code, data, after) => {
        const message = { kind, function: code, data } as const;
        const bytes = enpcBytes(message);
        expect(enpcMessage(bytes)).toEqual(message);
        expect(enpcMessage(Uint8Array.from([...bytes, ...after]))).toEqual(message);
        for (let cut = 0; cut < bytes.length; cut += 1) {
          expect(enpcMessage(bytes.subarray(0, cut))).toBeUndefined();
        }
      },
    ),
  );
});

test('whatever arrives on the port, reading it never fails', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(() => enpcMessage(bytes)).not.toThrow();
    }),
  );
});
