import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { parseHidCapture } from '#hardware/hid/capture.ts';
import { VirtualHid } from '#hardware/hid/virtual/port.ts';
import { parseCapture } from '#hardware/link/capture.ts';
import { player } from '#hardware/link/recorder.ts';
import { closeServer, listen, portOf } from '#hardware/virtual/listen.ts';
import { readAsked } from '#scripts/record/arguments.ts';
import { record } from '#scripts/record/record.ts';

import { until } from '../../hardware/until.ts';

/** A test number of the card schemes; no such card exists. */
const CARD = '4242424242424242';

let folder: string;
let device: Server;
let port: number;
const sockets = new Set<Socket>();

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'oc-pizza-record-'));
  device = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(`AA016${CARD.slice(0, 9)}`);
      socket.end(`${CARD.slice(9)}AE00210`);
    });
  });
  await listen(device, { host: '127.0.0.1', port: 0 });
  port = portOf(device);
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await closeServer(device);
  await rm(folder, { recursive: true });
});

function run(...words: readonly string[]) {
  const program = new URL('../../../scripts/record/index.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, ...words]);
  let said = '';
  const hears = new Set<() => void>();
  const hear = (text: Buffer): void => {
    said += text.toString();
    for (const check of [...hears]) check();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  const says = (words: string): Promise<void> =>
    until(
      (listener) => {
        hears.add(listener);
        return () => void hears.delete(listener);
      },
      () => said.includes(words),
    );
  return { child, ended, says, said: () => said };
}

test('what a device says is written down without card numbers, and can be played', async () => {
  const file = path.join(folder, 'terminal.jsonl');
  const at = ['--kind', 'tcp', '--host', '127.0.0.1', '--port', String(port)];
  const recorded = run(...at, '--send', 'CZ0040300\\r', '--out', file);
  expect(await recorded.ended).toBe(0);
  const text = await readFile(file, 'utf8');
  const capture = parseCapture(text);
  expect(capture.map(({ dir }) => dir)).toEqual(
    expect.arrayContaining(['open', 'out', 'in', 'over']),
  );
  const heard = capture.map((line) => (line.dir === 'in' ? line.hex : '')).join('');
  expect(Buffer.from(heard, 'hex').toString()).toBe('AA016424242######4242AE00210');
  const opening = await player(capture).transport.open(1_000);
  expect(opening.status).toBe('open');
});

test('a program talks to its device through the recorder, until Ctrl-C', async () => {
  const file = path.join(folder, 'between.jsonl');
  const at = ['--kind', 'tcp', '--host', '127.0.0.1', '--port', String(port)];
  const recorded = run(...at, '--listen', '0', '--out', file);
  await recorded.says('Ctrl-C');
  const ours = Number(/127\.0\.0\.1:(\d+)\./.exec(recorded.said())?.[1]);
  const program = connect(ours, '127.0.0.1');
  let answer = '';
  program.on('data', (bytes) => {
    answer += bytes.toString();
  });
  program.write('hello');
  await new Promise((resolve) => program.once('end', resolve));
  expect(answer).toBe(`AA016${CARD}AE00210`);
  recorded.child.kill('SIGINT');
  expect(await recorded.ended).toBe(0);
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain(Buffer.from('4242424242').toString('hex'));
  expect(parseCapture(text).some(({ dir }) => dir === 'out')).toBe(true);
});

test('a scanner pulled out and plugged in elsewhere is in the capture', async () => {
  const hid = new VirtualHid();
  const lines: string[] = [];
  const scanner = { path: '/dev/hidraw3', vendorId: 0x0c2e, productId: 0x0be1 };
  hid.plug(scanner);
  const recording = await record(
    {
      ...{ kind: 'hid', vendorId: 0x0c2e, productId: 0x0be1 },
      ...{ serialNumber: undefined, usagePage: 0x8c, into: { file: '', seconds: undefined } },
    },
    { sink: (line) => lines.push(line), clock: () => 0, say: () => undefined, hid: hid.port },
  );
  await until(
    (listener) => hid.onChange(listener),
    () => hid.isOpen(scanner.path),
  );
  hid.report(scanner.path, Uint8Array.of(2, 1, 0x5d, 0x51, 0x33, 0x41));
  hid.unplug(scanner.path);
  await recording.stop();
  expect(parseHidCapture(lines.join('\n')).map(({ dir }) => dir)).toEqual([
    ...['plug', 'feature', 'in', 'unplug'],
  ]);
});

test('a file that is there is not written over, and a device that is not there is named', async () => {
  const file = path.join(folder, 'once.jsonl');
  const nowhere = ['--kind', 'serial', '--path', '/dev/oc-pizza-none', '--out', file];
  const first = run(...nowhere);
  expect(await first.ended).toBe(1);
  expect(first.said()).toContain('/dev/oc-pizza-none est injoignable');
  await writeFile(file, 'a capture');
  const second = run(...nowhere);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain('existe déjà');
  expect(await readFile(file, 'utf8')).toBe('a capture');
});

test('the devices of this machine are listed', async () => {
  const listed = run('--kind', 'hid', '--list');
  expect(await listed.ended).toBe(0);
  expect(listed.said()).toMatch(/--vendor|Aucun appareil HID/);
});

test.each([
  ['nothing', []],
  ['no file', ['--kind', 'tcp', '--host', 'x', '--port', '1']],
  ['a kind that is none', ['--kind', 'usb', '--out', 'f']],
  ['a port that is none', ['--kind', 'tcp', '--host', 'x', '--port', '70000', '--out', 'f']],
  ['a vendor that is none', ['--kind', 'hid', '--vendor', 'zz', '--product', '1', '--out', 'f']],
  ['a parity that is none', ['--kind', 'serial', '--path', 'x', '--parity', 'mark', '--out', 'f']],
  ['an option that is none', ['--kind', 'hid', '--all']],
])('%s is not recorded', (_name, words) => {
  expect(readAsked(words)).toBeUndefined();
});

test('a serial line is described as the terminal’s manual does', () => {
  const words = '--kind serial --path COM3 --baud 1200 --data-bits 7 --parity even --out f'.split(
    ' ',
  );
  expect(readAsked([...words, '--send', '\\x05AT\\r'])).toMatchObject({
    line: { path: 'COM3', baudRate: 1200, dataBits: 7, parity: 'even', stopBits: 1, flow: 'none' },
    send: '\u0005AT\r',
  });
});
