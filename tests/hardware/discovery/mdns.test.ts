import fc from 'fast-check';
import { expect, test } from 'vitest';

import { announcedPrinters, mdnsRecords, printersQuestion } from '#hardware/discovery/mdns.ts';

/** An answer built by hand from RFC 1035 §4, with names shortened by pointers as printers send them. */
const SERVICE = Buffer.concat([
  label('_pdl-datastream'),
  label('_tcp'),
  label('local'),
  Buffer.of(0),
]);
const HEADER = Buffer.from('000084000000000400000000', 'hex');
const SERVICE_AT = HEADER.length;
const LOCAL_AT = SERVICE_AT + 1 + 15 + 1 + 4;
const NAME = label('EPSON TM-m30III');
const NAME_AT = SERVICE_AT + SERVICE.length + 10;
const HOST = label('EPSON123456');
const HOST_AT = NAME_AT + NAME.length + 2 + 12 + 6;
const ANSWER = Buffer.concat([
  HEADER,
  SERVICE,
  ...[fields(12, NAME.length + 2), NAME, pointer(SERVICE_AT)],
  ...[pointer(NAME_AT), fields(33, 6 + HOST.length + 2), Buffer.from('00000000238c', 'hex')],
  ...[HOST, pointer(LOCAL_AT)],
  ...[pointer(HOST_AT), fields(1, 4), Buffer.of(192, 168, 1, 50)],
  ...[pointer(NAME_AT), fields(16, 20), label('ty=EPSON TM-m30III').subarray(0, 19), Buffer.of(0)],
]);

function label(text: string): Buffer {
  return Buffer.concat([Buffer.of(text.length), Buffer.from(text, 'latin1')]);
}

function pointer(to: number): Buffer {
  return Buffer.of(0xc0 | (to >> 8), to & 0xff);
}

/** Type, class IN, time to live of two minutes, length. */
function fields(type: number, length: number): Buffer {
  return Buffer.of(0, type, 0x80, 1, 0, 0, 0, 120, length >> 8, length & 0xff);
}

test('a printer that announces itself is read with its address, port and model', () => {
  expect(announcedPrinters(mdnsRecords(ANSWER))).toEqual([
    { name: 'EPSON TM-m30III', host: '192.168.1.50', port: 9_100, model: 'EPSON TM-m30III' },
  ]);
});

test('an answer cut anywhere gives what is whole of it, never a wrong printer', () => {
  for (let cut = 0; cut < ANSWER.length; cut += 1) {
    const records = mdnsRecords(ANSWER.subarray(0, cut));
    expect(records.length).toBeLessThan(4);
    for (const printer of announcedPrinters(records)) expect(printer.port).toBe(9_100);
  }
});

test('a question is no answer, and asks for what printers announce', () => {
  expect(mdnsRecords(printersQuestion())).toEqual([]);
  expect(Buffer.from(printersQuestion()).toString('latin1')).toContain('_pdl-datastream');
});

test('names that point at themselves or at each other end', () => {
  const loop = Buffer.concat([HEADER, pointer(SERVICE_AT), fields(12, 2), pointer(SERVICE_AT)]);
  expect(mdnsRecords(loop)).toEqual([]);
});

test('whatever arrives, whole or with bytes changed, reading it never fails', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(() => announcedPrinters(mdnsRecords(bytes))).not.toThrow();
    }),
  );
  fc.assert(
    fc.property(fc.nat(ANSWER.length - 1), fc.nat(255), (at, byte) => {
      const changed = Uint8Array.from(ANSWER);
      changed[at] = byte;
      expect(() => announcedPrinters(mdnsRecords(changed))).not.toThrow();
    }),
  );
});
