import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { profileOf } from '#hardware/printer/profiles/profiles.ts';
import { receiptBytes } from '#hardware/printer/receipt-bytes.ts';
import { spoolerPrinter } from '#hardware/printer/spooler/spooler.ts';
import { windowsSpooler } from '#hardware/printer/spooler/windows-spooler.ts';

/** A program called lp that keeps what it was given, or refuses, as CUPS' own does. */
const KEEPS = '#!/bin/sh\necho "$@" > "$(dirname "$0")/arguments"\ncat > "$(dirname "$0")/bytes"\n';
const REFUSES =
  '#!/bin/sh\ncat > /dev/null\necho "lp: The printer or class does not exist." >&2\nexit 1\n';

const PATH = process.env['PATH'];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oc-pizza-'));
  process.env['PATH'] = `${folder}${delimiter}${PATH ?? ''}`;
});
afterEach(() => {
  process.env['PATH'] = PATH;
  rmSync(folder, { recursive: true, force: true });
});

function install(program: string): void {
  const file = join(folder, 'lp');
  writeFileSync(file, program);
  chmodSync(file, 0o755);
}

function printer(queue = 'cuisine') {
  const profile = profileOf('compatible-80');
  if (profile === undefined) throw new Error('no profile');
  const now = () => '2026-11-22T18:00:00.000Z';
  return { profile, device: spoolerPrinter({ queue, profile, now, platform: 'linux' }) };
}

const BLOCKS = [{ type: 'text', text: 'Œuf 1,50 €' } as const, { type: 'cut' } as const];

test('what the system’s queue took is sent, never said to be printed', async () => {
  install(KEEPS);
  const { profile, device } = printer();
  expect(await device.print({ jobId: 1, blocks: BLOCKS })).toEqual({ status: 'unverified' });
  const bytes = readFileSync(join(folder, 'bytes'));
  expect(bytes.equals(Buffer.from(receiptBytes(BLOCKS, profile)))).toBe(true);
  expect(readFileSync(join(folder, 'arguments'), 'utf8').trim()).toBe(
    '-d cuisine -o raw -t OC Pizza',
  );
  expect(device.status()).toMatchObject({
    status: 'ready',
    detail: 'Tickets envoyés, non vérifiés',
  });
  await device.close();
});

test('a queue that refuses has printed nothing, so it may be tried again', async () => {
  install(REFUSES);
  const { device } = printer();
  expect(await device.print({ jobId: 1, blocks: BLOCKS })).toEqual({
    status: 'not-sent',
    reason: 'queue-refused',
  });
  expect(device.status().status).toBe('trouble');
  await device.close();
  expect(await device.print({ jobId: 2, blocks: BLOCKS })).toMatchObject({ reason: 'closed' });
});

test('a machine without a print system has printed nothing', async () => {
  process.env['PATH'] = folder;
  const { device } = printer();
  expect(await device.print({ jobId: 1, blocks: BLOCKS })).toEqual({
    status: 'not-sent',
    reason: 'queue-refused',
  });
});

test('the drawer opens through the queue too, once', async () => {
  install(KEEPS);
  const { device } = printer();
  expect(await device.openDrawer('tiroir')).toEqual({ status: 'unverified' });
  expect(readFileSync(join(folder, 'bytes')).subarray(0, 2).toString('hex')).toBe('1b70');
});

test.each(['-o', '--help', '', 'a\nb', '../x'])('the name %j is no queue', (queue) => {
  expect(() => printer(queue)).toThrow('is no name of a print queue');
  expect(existsSync(join(folder, 'arguments'))).toBe(false);
});

test('a name of a queue on Windows stays a name', () => {
  const command = windowsSpooler("Tickets'; Remove-Item x; '", Uint8Array.of(0x1b, 0x40));
  const script = Buffer.from(command.arguments.at(-1) ?? '', 'base64').toString('utf16le');
  expect(script.endsWith("'Tickets''; Remove-Item x; '''")).toBe(true);
  expect(Buffer.from(command.input).toString()).toBe('G0A=');
});
