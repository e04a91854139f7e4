import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sampleFile } from '#app/demonstration/addresses/sample-file.ts';
import { openAddressBase } from '#main/store/customers/address-base.ts';
import { importAddresses } from '#main/store/customers/import-addresses.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
let said: string[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = sampleFile().split('\n')[0] ?? '';
const NOW = '2026-11-20T18:00:00.000Z';
const into = () => join(folder, 'addresses.sqlite');

function fileWith(text: string, name = 'adresses-69.csv'): string {
  const file = join(folder, name);
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text);
  return file;
}
const importOf = (from: string, department?: string) =>
  importAddresses({ from, into: into(), department, now: NOW, say: (line) => said.push(line) });

function row(numero: string, rep: string, nomVoie: string, lon = '4.85', lat = '45.75'): string {
  return `69383_0001_00001;;${numero};${rep};${nomVoie};69003;69383;Lyon 3e Arrondissement;;;;;${lon};${lat};entrée;;;LYON;;commune;commune;1;`;
}

async function completed(text: string): Promise<string[]> {
  const base = openAddressBase(into());
  try {
    return base.complete(text).map(({ label }) => label);
  } finally {
    base.close();
  }
}

describe('the addresses of a département', () => {
  test('come in from the published file, packed or not, with accents and bis', async () => {
    const text = `\ufeff${HEADER}\n${row('12', 'bis', 'Rue Étienne Richerand')}\n`;
    for (const name of ['a.csv', 'a.csv.gz']) {
      expect(await importOf(fileWith(text, name))).toEqual({ addresses: 1, streets: 1, faults: 0 });
      expect(await completed('12 bis etienne')).toEqual([
        '12 bis Rue Étienne Richerand, 69003 Lyon',
      ]);
    }
    expect(said).toEqual([]);
  });

  test('keep the place of each number, to the millionth of a degree', async () => {
    await importOf(fileWith(`${HEADER}\n${row('1', '', 'Rue Sans Nom', '-4.8546789', '45.7')}\n`));
    const base = openAddressBase(into());
    expect(base.complete('1 rue sans')).toMatchObject([
      { latitude: 45_700_000, longitude: -4_854_678 },
    ]);
    base.close();
  });

  test('a row that cannot be used is named with file and line, and the rest goes in', async () => {
    const text = [HEADER, row('1', '', 'Rue A'), row('x', '', 'Rue B'), row('3', '', 'Rue C', '')];
    const file = fileWith(`${text.join('\n')}\n`);
    expect(await importOf(file)).toMatchObject({ addresses: 1, faults: 2 });
    expect(said).toEqual([
      expect.stringContaining(`${file}, ligne 3 : numero`),
      expect.stringContaining(`${file}, ligne 4 : lon`),
    ]);
  });

  test('another département in the same file stays out when one is asked for', async () => {
    const lyon = row('1', '', 'Rue A');
    const text = `${HEADER}\n${lyon}\n${lyon.replace('69003', '38200')}\n`;
    expect(await importOf(fileWith(text), '69')).toMatchObject({ addresses: 1 });
  });

  test('a file that is something else is refused, and the old base stays', async () => {
    await importOf(fileWith(`${HEADER}\n${row('1', '', 'Rue A')}\n`));
    await expect(importOf(fileWith('a;b\n1;2\n', 'b.csv'))).rejects.toThrow(
      /il manque numero, rep, nom_voie/,
    );
    await expect(importOf(fileWith(`${HEADER}\n`, 'c.csv'))).rejects.toThrow(/aucune adresse/);
    await expect(importOf(join(folder, 'none.csv'))).rejects.toThrow(/ENOENT/);
    expect(await completed('1 rue a')).toEqual(['1 Rue A, 69003 Lyon']);
    expect(existsSync(`${into()}.new`)).toBe(false);
  });

  test('a newer base is found by a till that runs', async () => {
    const base = openAddressBase(into());
    expect(base.complete('rue')).toEqual([]);
    await importOf(fileWith(`${HEADER}\n${row('1', '', 'Rue A')}\n`));
    expect(base.complete('rue')).toHaveLength(1);
    await importOf(fileWith(`${HEADER}\n${row('1', '', 'Rue A')}\n${row('1', '', 'Rue B')}\n`));
    expect(base.complete('rue')).toHaveLength(2);
    base.close();
  });

  test('a file of 300,000 rows comes in without holding it in memory', async () => {
    const rows = Array.from({ length: 300_000 }, (_, index) =>
      row(String((index % 500) + 1), '', `Rue Numéro ${Math.floor(index / 500)}`),
    );
    const file = fileWith(`${HEADER}\n${rows.join('\n')}\n`);
    rows.length = 0;
    let batches = 0;
    let most = 0;
    const before = process.memoryUsage().heapUsed;
    const outcome = await importAddresses({
      from: file,
      into: into(),
      now: NOW,
      say: (line) => said.push(line),
      onProgress() {
        batches += 1;
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      },
    });
    expect(outcome).toEqual({ addresses: 300_000, streets: 600, faults: 0 });
    expect(batches).toBeGreaterThan(50);
    expect(most).toBeLessThan(200_000_000);
  }, 60_000);
});

test('the sample of the demonstration town is what the program writes, and comes in whole', async () => {
  const file = 'app/demonstration/addresses/adresses-exemple-69.csv';
  expect(readFileSync(file, 'utf8')).toBe(sampleFile());
  const outcome = await importOf(file, '69');
  expect(outcome).toMatchObject({ faults: 0 });
  expect(outcome.addresses).toBeGreaterThan(500);
});
