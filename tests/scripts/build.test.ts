import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { buildIfStale } from '#scripts/build.ts';

// A folder of its own: other tests use `dist` at the same time.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-build-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what has not changed is not built again', async () => {
  await buildIfStale(['main'], folder);
  const before = statSync(path.join(folder, 'main/shell.cjs')).mtimeMs;
  expect(await buildIfStale(['main'], folder)).toEqual([]);
  expect(statSync(path.join(folder, 'main/shell.cjs')).mtimeMs).toBe(before);
});

test('a build made from other sources is made again', async () => {
  await buildIfStale(['main'], folder);
  writeFileSync(path.join(folder, 'main/.built-from'), 'something else');
  expect(await buildIfStale(['main'], folder)).toEqual(['main']);
});

test('the central server is bundled but for its database drivers', async () => {
  await buildIfStale(['central-server'], folder);
  const text = readFileSync(path.join(folder, 'central-server/index.mjs'), 'utf8');
  const outside = [...text.matchAll(/^import .* from "([^".]+)";$/gm)].map(([, name = '']) => name);
  const packages = new Set(outside.filter((name) => !name.startsWith('node:')));
  expect([...packages].filter((name) => /^(fastify|zod|kysely|socket)/.test(name))).toEqual([]);
});
