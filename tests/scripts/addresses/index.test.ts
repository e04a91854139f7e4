import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openAddressBase } from '#main/store/customers/address-base.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SAMPLE = 'app/demonstration/addresses/adresses-exemple-69.csv';
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/addresses/index.ts', ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });

test('a département is imported with one command, and a till finds its streets', () => {
  const { status, stdout, stderr } = run(SAMPLE, '--data', folder, '--department', '69');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^\d+ adresses dans \d+ rues importées/);
  const base = openAddressBase(join(folder, 'addresses.sqlite'));
  expect(base.complete('cours lafa')[0]?.label).toBe('Cours Lafayette, 69003 Lyon');
  base.close();
});

test('what cannot be imported is said in one sentence', () => {
  for (const [from, sentence] of [
    [join(folder, 'none.csv'), /introuvable/],
    ['package.json', /n’est pas un fichier d’adresses/],
  ] as const) {
    const { status, stderr } = run(from, '--data', folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
  const { stderr } = run(SAMPLE, '--data', join(folder, 'nowhere'));
  expect(stderr).toMatch(/dossier des données/);
});

test('without a file it says how it is used', () => {
  expect(run().stdout).toContain('npm run addresses --');
});
