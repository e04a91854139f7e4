import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { deviceKeys, roleWith, UnreadableDeviceKeys } from '#main/gateway/device-keys.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = () => join(folder, 'device-keys.json');

test('each role has a key of its own, the same at every start, readable by the owner only', () => {
  const keys = deviceKeys(file());
  expect(deviceKeys(file())).toEqual(keys);
  expect(new Set(Object.values(keys)).size).toBe(3);
  for (const role of ['counter', 'kitchen', 'display'] as const)
    expect(roleWith(keys, keys[role])).toBe(role);
  expect(roleWith(keys, 'guess')).toBeUndefined();
  expect(roleWith(keys, undefined)).toBeUndefined();
  expect(statSync(file()).mode & 0o077).toBe(0);
});

test('a file from before the customer displays keeps its keys and gets the one it lacks', () => {
  const old = { counter: 'c'.repeat(32), kitchen: 'k'.repeat(32) };
  writeFileSync(file(), JSON.stringify(old));
  const keys = deviceKeys(file());
  expect(keys).toMatchObject(old);
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(keys);
});

test('a file without keys is said to be one, and nothing is paired anew by itself', () => {
  writeFileSync(file(), '{"counter":"short"}');
  expect(() => deviceKeys(file())).toThrow(UnreadableDeviceKeys);
});
