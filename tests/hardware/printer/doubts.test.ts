import { expect, onTestFinished, test } from 'vitest';

import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { type ReceiptPrinter, tcpPrinter } from '#hardware/printer/device.ts';
import type { PrinterTimes } from '#hardware/printer/link.ts';
import { CLONE_58, EPSON_80, type PrinterProfile } from '#hardware/printer/profile.ts';
import type { PrinterStatus } from '#hardware/printer/status.ts';
import { startVirtualPrinter } from '#hardware/printer/virtual/server.ts';

import { receiptFactsOf } from '../../app/receipt/facts.ts';
import { until } from '../until.ts';
import { aPeer } from './peer.ts';

/** What a printer tells by halves, late, or never. */
const RECEIPT = customerReceipt(receiptFactsOf());
const TIMES = { greetingMs: 400, silenceMs: 500, confirmMs: 700, probeMs: 100, reconnectMs: 20 };
const PATIENT = { ...TIMES, silenceMs: 10_000, confirmMs: 10_000 };
const NEAR_END = 0x1e;

function connect(
  port: number,
  profile: PrinterProfile,
  times: Partial<PrinterTimes> = TIMES,
): ReceiptPrinter {
  const now = () => new Date().toISOString();
  const printer = tcpPrinter({ host: '127.0.0.1', port, profile, now, times });
  onTestFinished(() => printer.close());
  return printer;
}

function statusesOf(printer: ReceiptPrinter): PrinterStatus[] {
  const seen: PrinterStatus[] = [];
  printer.onStatus((status) => seen.push(status));
  return seen;
}

test('a job tried in vain does not make the trouble begin again: others can stand in for the printer', async () => {
  const virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0 });
  onTestFinished(() => virtual.close());
  await virtual.setFault({ kind: 'paper-end' });
  const printer = connect(virtual.port, EPSON_80);
  await until(printer.onStatus, () => printer.status().condition === 'paper-end');
  const { since } = printer.status();
  const seen = statusesOf(printer);
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'unknown',
    reason: 'paper-end',
  });
  // The line is opened again, and the printer says the same as before.
  await new Promise((resolve) => setTimeout(resolve, 3 * TIMES.probeMs));
  expect(printer.status()).toMatchObject({ condition: 'paper-end', since });
  expect(seen.filter(({ status }) => status !== 'trouble')).toEqual([]);
  await virtual.setFault({ kind: 'none' });
  await until(printer.onStatus, () => printer.status().condition === 'online');
});

test('a printer that never says a word is not known to have printed, nor asked to print again', async () => {
  const peer = await aPeer();
  peer.isMute = true;
  const printer = connect(peer.port, CLONE_58);
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'unverified' });
});

test('without job numbers, the late answer to a receipt given up does not confirm the next one', async () => {
  const peer = await aPeer();
  peer.answers = [0x12, 0x32, 0x12, 0x72];
  const printer = connect(peer.port, CLONE_58);
  await until(printer.onStatus, () => printer.status().condition === 'paper-end');
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toMatchObject({ status: 'unknown' });
  peer.answers = [0x12, 0x12, 0x12, 0x12];
  await until(printer.onStatus, () => printer.status().condition === 'online');
  await printer.close();
});

test('without job numbers, each question takes one answer, in or between the jobs', async () => {
  const peer = await aPeer();
  peer.answers = [0x12, 0x32, 0x12, 0x72];
  const now = () => new Date().toISOString();
  const times = { ...PATIENT, confirmMs: 700 };
  const printer = tcpPrinter({ host: '127.0.0.1', port: peer.port, profile: CLONE_58, now, times });
  onTestFinished(() => printer.close());
  await until(printer.onStatus, () => printer.status().condition === 'paper-end');
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'unknown',
    reason: 'paper-end',
  });
  let ending = '';
  const second = printer.print({ jobId: 2, blocks: RECEIPT }).then((outcome) => {
    ending = outcome.status;
    return outcome;
  });
  await expect.poll(peer.questions).toBe(2);
  peer.answers = [0x12, 0x12, 0x12, 0x12];
  peer.answerPaper();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(ending).toBe('');
  peer.answerPaper();
  expect(await second).toEqual({ status: 'printed' });
});

test('without job numbers, an answer that never came does not spoil the next receipt', async () => {
  const peer = await aPeer();
  const printer = connect(peer.port, CLONE_58);
  await until(printer.onStatus, () => printer.status().condition === 'online');
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'unknown',
    reason: 'no-confirmation',
  });
  const second = printer.print({ jobId: 2, blocks: RECEIPT });
  await expect.poll(peer.questions).toBe(2);
  peer.answerPaper();
  expect(await second).toEqual({ status: 'printed' });
});

test('answers on their way while the next question leaves are not taken for each other', async () => {
  const peer = await aPeer();
  peer.answers = [0x12, 0x12, 0x12, NEAR_END];
  peer.spacingMs = 12;
  const printer = connect(peer.port, EPSON_80, { ...PATIENT, probeMs: 30 });
  const seen = statusesOf(printer);
  for (const jobId of [1, 2, 3, 4])
    expect(await printer.print({ jobId, blocks: RECEIPT })).toEqual({ status: 'printed' });
  await until(printer.onStatus, () => printer.status().condition === 'near-end');
  expect(seen.filter(({ condition }) => !/unknown|near-end/.test(condition))).toEqual([]);
});

test('a printer that is full because its paper ended has as long as one that is not', async () => {
  const peer = await aPeer();
  const printer = connect(peer.port, EPSON_80, { ...PATIENT, silenceMs: 300 });
  await until(printer.onStatus, () => printer.status().condition === 'online');
  const outcome = printer.print({ jobId: 1, blocks: RECEIPT });
  peer.runOut();
  await until(printer.onStatus, () => printer.status().condition === 'paper-end');
  await new Promise((resolve) => setTimeout(resolve, 900));
  peer.refill();
  expect(await outcome).toEqual({ status: 'printed' });
});
