import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseHidCapture, reportsOf } from '#hardware/hid/capture.ts';
import { scanPieceOf, scanReader, symbologyOf } from '#hardware/scanner/frame.ts';

import { scanReport, scanReports, VOYAGER_CAPTURE } from './reports.ts';

function read(reports: readonly Uint8Array[]) {
  const reader = scanReader();
  return reports.map((report) => reader.push(report)).filter((scanned) => scanned !== undefined);
}

test('a voucher with a QR code is read with its kind', () => {
  expect(read([scanReport(']Q3', 'OCP-7F3K-2209\r')])).toEqual([
    { code: 'OCP-7F3K-2209', aim: ']Q3' },
  ]);
  expect(symbologyOf(']Q3')).toBe('qr-code');
  expect(symbologyOf(']E0')).toBe('ean');
  expect(symbologyOf(']?0')).toBeUndefined();
});

test('a long text recorded from a real scanner is put together', () => {
  const [scanned] = read(reportsOf(parseHidCapture(VOYAGER_CAPTURE)));
  expect(scanned).toEqual({
    aim: ']X0',
    code:
      'Product Name: Voyager 1602gBoot Revision: : 8992Software Part Number: CW000082BBA' +
      'Software Revision: $ProjectRevision: 16345 Serial Number: 15232B1F0CSupported' +
      ' IF: BluetoothPCB Assembly ID: 000000Engine Firmware Type: N/A   ' +
      'Revision: N/A   Serial Number: N/A   Checksum: N/A',
  });
});

test('a scanner that names no kind is read all the same', () => {
  expect(read([scanReport('\0\0\0', '3760123456789')])).toEqual([{ code: '3760123456789' }]);
});

test('accents are read from a scanner of today and of yesterday', () => {
  expect(read([scanReport(']Q1', 'Crème brûlée')])).toMatchObject([{ code: 'Crème brûlée' }]);
  const older = Uint8Array.from('Crème', (letter) => letter.charCodeAt(0));
  expect(read([scanReport(']Q1', older)])).toMatchObject([{ code: 'Crème' }]);
});

test('a code whose end was lost does not run into the next one', () => {
  const [first] = scanReports(']C1', 'x'.repeat(80));
  expect(read([first ?? new Uint8Array(), scanReport(']Q3', 'next')])).toEqual([
    { code: 'next', aim: ']Q3' },
  ]);
});

test.each([
  ['another report', Uint8Array.of(1, 4, 0x5d, 0x51, 0x33, 65, 66, 67, 68)],
  ['nothing', new Uint8Array()],
  ['a report cut short', scanReport(']Q3', 'OCP-7F3K').slice(0, 10)],
  ['a length that no report has', Uint8Array.from({ length: 64 }, (_, at) => (at === 0 ? 2 : 200))],
])('%s is no scan', (_name, report) => {
  expect(scanPieceOf(report)).toBeUndefined();
});

test('a scanner that never says the end does not fill the memory', () => {
  const reader = scanReader();
  const endless = scanReport(']Q3', 'x'.repeat(56), { isContinued: true });
  for (let count = 0; count < 1_000; count += 1) expect(reader.push(endless)).toBeUndefined();
  expect(reader.push(scanReport(']E0', '3760123456789'))).toEqual({
    code: '3760123456789',
    aim: ']E0',
  });
});

test('any code comes out as it was on the paper, whatever its length', () => {
  const text = fc.stringMatching(/^[ -~éèçœ€]{1,400}$/);
  fc.assert(
    fc.property(text, (code) => {
      expect(read(scanReports(']Q1', code))).toEqual([{ code, aim: ']Q1' }]);
    }),
  );
});

test('whatever a device reports, reading it never fails', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 70 })), (reports) => {
      for (const { code } of read(reports)) expect(code).not.toMatch(/[\r\n\u0000]/);
    }),
  );
});
