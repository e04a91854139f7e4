import { EventEmitter } from 'node:events';

import { expect, test } from 'vitest';

import { lastLines } from '#main/shell/last-lines.ts';

function aProcess() {
  const stdout = new EventEmitter();
  const stderr = new EventEmitter();
  const logged: string[] = [];
  const words = lastLines({ stdout, stderr }, (line) => logged.push(line));
  return { stdout, stderr, logged, words };
}

test('a line that arrives in pieces is one line', () => {
  const { stderr, logged } = aProcess();
  for (const piece of ['no spa', 'ce left\nsto', 'pped\n']) stderr.emit('data', Buffer.from(piece));
  expect(logged).toEqual(['no space left', 'stopped']);
});

test('the last twenty lines are kept, each up to 500 characters', () => {
  const { stdout, words } = aProcess();
  for (let line = 1; line <= 30; line += 1) stdout.emit('data', Buffer.from(`line ${line}\n\n`));
  stdout.emit('data', Buffer.from(`${'x'.repeat(9_000)}\n`));
  const kept = words().split('\n');
  expect([kept.length, kept[0], kept.at(-1)?.length]).toEqual([20, 'line 12', 500]);
});
