import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect } from 'vitest';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** As .gitignore: installed, built, kept by a running till. */
const NOT_OURS = ['.git', 'node_modules', 'dist', '.types', 'data', '.cache', 'release'];

/** Every file of the repository, as paths from its root with `/`. */
export function allFiles(folder = ''): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.includes(name) && !name.endsWith('.tsbuildinfo'))
    .flatMap((item) => {
      const file = folder === '' ? item.name : `${folder}/${item.name}`;
      return item.isDirectory() ? allFiles(file) : [file];
    })
    .sort();
}

const SOURCE = /\.(ts|tsx|mjs)$/;
export const sourceFiles = (): string[] => allFiles().filter((file) => SOURCE.test(file));

export const sourcesOf = (folder: string): string[] =>
  sourceFiles().filter((file) => file.startsWith(`${folder}/`));

export const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const LINE_SHOWN = 160;

/** Where a pattern is found: `app/domain/vat.ts:12: the line`. */
export function linesWith(pattern: RegExp, files: readonly string[]): string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, LINE_SHOWN)}`] : [],
      ),
  );
}

/** One a line, so that a red test shows them all. */
export function expectNone(offenders: readonly string[]): void {
  expect(offenders.join('\n')).toBe('');
}
