import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { readSettings } from '#main/shell/settings.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-till-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const save = (text: string) => writeFileSync(path.join(folder, 'till.json'), text);

test('a till without a file is in a window and keeps its data in its own folder', () => {
  expect(readSettings(folder, ['electron', 'shell.cjs'])).toEqual({
    kiosk: false,
    storeNode: ['--folder', path.join(folder, 'store')],
  });
});

test('the installer writes down which store the till belongs to, and that it fills the screen', () => {
  save('{ "kiosk": true, "storeNode": ["--store", "lyon-3", "--folder", "/srv/till"] }');
  expect(readSettings(folder, [])).toEqual({
    kiosk: true,
    storeNode: ['--store', 'lyon-3', '--folder', '/srv/till'],
  });
});

test('the command line has the last word', () => {
  save('{ "storeNode": ["--store", "lyon-3"] }');
  const { kiosk, storeNode } = readSettings(folder, ['--kiosk', '--', '--store', 'lyon-1']);
  expect({ kiosk, store: storeNode.slice(0, 2) }).toEqual({
    kiosk: true,
    store: ['--store', 'lyon-1'],
  });
});

test.each(['{ "kiosk": 1 }', '{ "kioks": true }', '{', '[]'])(
  'a till file that says %s stops the start with its name',
  (text) => {
    save(text);
    expect(() => readSettings(folder, [])).toThrow(`${folder}/till.json n’est pas valide`);
  },
);
