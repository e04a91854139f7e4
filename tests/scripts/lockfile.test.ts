import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { faultsOfLockfile } from '#scripts/lockfile.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8');

/** The project's lockfile with one change. */
function changed(change: (packages: Record<string, object>) => void): string {
  const lock = JSON.parse(text) as { packages: Record<string, object> };
  change(lock.packages);
  return JSON.stringify(lock);
}

test('the lockfile installs on every system', () => {
  expect(faultsOfLockfile(text)).toEqual([]);
});

test('a package that only another system needs is missed', () => {
  const poorer = changed((packages) => {
    delete packages['node_modules/@biomejs/cli-darwin-arm64'];
  });
  expect(faultsOfLockfile(poorer)).toEqual([
    'Missing: @biomejs/cli-darwin-arm64 (wanted by node_modules/@biomejs/biome)',
  ]);
});

test('a package that could be swapped for another is noticed', () => {
  const open = changed((packages) => {
    packages['node_modules/zod'] = { version: '4.6.7' };
  });
  expect(faultsOfLockfile(open)).toEqual(['No checksum: node_modules/zod']);
});
