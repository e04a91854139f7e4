import { existsSync } from 'node:fs';
import path from 'node:path';

import { test } from 'vitest';

import {
  DEBT,
  ELECTRON_DETOUR,
  EXPLAINED,
  FOREIGN,
  FRACTION,
  HANDED_ON,
  LEFT_OUT,
  PRESENT,
  SILENCED,
} from './tidy/patterns.ts';
import {
  allFiles,
  expectNone,
  linesWith,
  ROOT,
  sourceFiles,
  sourcesOf,
} from './tidy/repository.ts';

/** The rules marked ⚙ in CONTRIBUTING.md that the linter cannot see. */

/** Fixed by the customer, and beside them only what is truly needed. */
const TOP = [
  ...['app', 'main', 'renderer', 'central-server', 'hardware', 'tests'],
  ...['deploy', 'docs', 'bench', 'scripts', '.ci'],
  ...['package.json', 'package-lock.json', 'electron-builder.yml', 'README.md'],
  ...['CHANGELOG.md', 'CONTRIBUTING.md', '.gitignore', '.gitattributes', '.editorconfig'],
  ...['tsconfig.json', 'tsconfig.base.json', 'biome.json', 'oxlint.config.ts'],
  ...['vite.config.ts', 'vitest.config.ts'],
];
const NAMED_BY_TOOLS = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'Dockerfile'];
const FILES_PER_FOLDER_MAX = 15;

test('nothing stands at the top but what was agreed', () => {
  const top = new Set(allFiles().map((file) => file.split('/')[0] ?? ''));
  expectNone([...top].filter((name) => !TOP.includes(name)));
});

test('files and folders are in kebab-case', () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
  const odd = allFiles().filter((file) =>
    file
      .split('/')
      .some((name) => !NAMED_BY_TOOLS.includes(name) && !kebab.test(name.replace(/^\./, ''))),
  );
  expectNone(odd);
});

test('a folder holds at most fifteen source files', () => {
  const counts = new Map<string, number>();
  for (const file of sourceFiles()) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const crowded = [...counts].filter(([, count]) => count > FILES_PER_FOLDER_MAX).map(String);
  expectNone(crowded);
});

test('every test stands where the thing it tests stands', () => {
  const lost = allFiles()
    .filter((file) => /^tests\/.*\.test\.tsx?$/.test(file))
    .filter((file) => !/^tests\/(journeys|faults|simulation|tidy)(\/|\.)/.test(file))
    .filter((file) => !hasSource(file));
  expectNone(lost);
});

/** `tests/main/store/orders-paid.test.ts` may test `orders-paid`, or one side of `orders`. */
function hasSource(test: string): boolean {
  const mirrored = test.replace(/^tests\//, '').replace(/\.test\.tsx?$/, '');
  const [folder, name] = [path.posix.dirname(mirrored), path.posix.basename(mirrored)];
  // A test of several parts of a folder stands in the folder's mirror.
  if (folder.includes('/') && existsSync(path.join(ROOT, folder))) return true;
  const words = name.split('-');
  return words.some((_word, count) => {
    const source = path.join(ROOT, folder, words.slice(0, words.length - count).join('-'));
    return ['', '.ts', '.tsx', '.mjs', '.yml', '.config.ts'].some((end) =>
      existsSync(source + end),
    );
  });
}

test('a debt has the initials of who took it', () => {
  expectNone(linesWith(DEBT, sourceFiles()));
});

test('nothing outside the repository is named in it', () => {
  const files = allFiles().filter((file) => !/\.(png|woff2|ico|mp3|wav)$/.test(file));
  expectNone(linesWith(FOREIGN, files));
});

/** Where amounts are computed, kept, shown and expected. */
const MONEY_PATHS =
  /^(app\/(contract|demonstration|domain|fiscal|projections|receipt|lib\/money)|main|central-server|renderer\/(counter|ui\/money)|tests\/golden)/;

test('money never passes through a fraction', () => {
  const files = sourceFiles().filter((file) => MONEY_PATHS.test(file));
  expectNone(linesWith(FRACTION, files));
});

test('what OC Pizza is does not know what time it is', () => {
  expectNone(linesWith(PRESENT, sourcesOf('app')));
});

test('Electron is loaded by its shell only, by no detour', () => {
  const files = sourceFiles().filter((file) => !file.startsWith('main/shell/'));
  expectNone(linesWith(ELECTRON_DETOUR, files));
});

test('no test is left out or run alone', () => {
  const files = sourcesOf('tests').filter((file) => !file.startsWith('tests/tidy/'));
  expectNone(linesWith(LEFT_OUT, files));
});

test('an index is an entry point, not a list of what others export', () => {
  const entries = sourceFiles().filter((file) => /(^|\/)index\.tsx?$/.test(file));
  expectNone(linesWith(HANDED_ON, entries));
});

test('a rule of the linter is switched off on one line only, with the reason', () => {
  const files = sourceFiles().filter((file) => !file.startsWith('tests/tidy/'));
  expectNone(linesWith(SILENCED, files).filter((line) => !EXPLAINED.test(line)));
});
