import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { fileTransport } from '#hardware/link/file.ts';
import { transportOf } from '#hardware/link/of-configuration.ts';

import { bytes, heardOn, opened } from './heard.ts';
import { pseudoTerminal } from './pseudo-terminal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oc-pizza-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a plain file takes what is written, behind what it held', async () => {
  const path = join(folder, 'paper');
  writeFileSync(path, 'before ');
  const connection = await opened(transportOf({ kind: 'file', path }));
  expect(await connection.write(bytes('one '))).toBe(true);
  expect(await connection.write(bytes('two'))).toBe(true);
  connection.close();
  expect(readFileSync(path, 'utf8')).toBe('before one two');
  expect(await connection.write(bytes('x'))).toBe(false);
});

test('what is not there is not made', async () => {
  const path = join(folder, 'none');
  expect(await fileTransport(path).open(1_000)).toMatchObject({ reason: 'unreachable' });
});

test('a pipe that nobody reads refuses; one that is read slowly takes more than it can hold', async () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  expect(await fileTransport(path).open(1_000)).toMatchObject({ reason: 'connection-refused' });
  const reader = createReadStream(path);
  let length = 0;
  const whole = new Promise<void>((resolve) => {
    reader.on('data', (chunk) => {
      length += chunk.length;
      if (length === 300_000) resolve();
    });
  });
  // The reader's own opening waits for ours, in a thread.
  let opening = await fileTransport(path).open(1_000);
  while (opening.status === 'failed') opening = await fileTransport(path).open(1_000);
  expect(await opening.connection.write(new Uint8Array(300_000))).toBe(true);
  await whole;
  reader.destroy();
  opening.connection.close();
});

test('a device file goes both ways and tells when the device has left', async () => {
  const device = await pseudoTerminal();
  try {
    const connection = await opened(fileTransport(device.path));
    const heard = heardOn(connection);
    expect(await connection.write(bytes('\u0010\u0004\u0001'))).toBe(true);
    expect(await device.heard(3)).toBe('\u0010\u0004\u0001');
    device.say('\u0012');
    await heard.heard(1);
    expect(heard.text()).toBe('\u0012');
    await device.close();
    expect(await connection.write(bytes('x'))).toBe(false);
    expect(await heard.over()).toBe('broken');
  } finally {
    await device.close();
  }
});
