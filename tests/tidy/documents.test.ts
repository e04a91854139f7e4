import { existsSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { allFiles, expectNone, linesWith, ROOT, sourceFiles, textOf } from './repository.ts';

/** What the documents say must be there. */

const documents = () => allFiles().filter((file) => file.endsWith('.md'));

test('every link of the documents leads to a file of the repository', () => {
  const dead = documents().flatMap((document) =>
    [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^(https?:|#|mailto:)/.test(target))
      .filter((target) => {
        const [file = ''] = target.split('#');
        return !existsSync(path.join(ROOT, path.dirname(document), decodeURIComponent(file)));
      })
      .map((target) => `${document}: ${target}`),
  );
  expectNone(dead);
});

test('every command of the README exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = [...textOf('README.md').matchAll(/(?:`|^)npm (?:run )?([a-z]+)/gm)].map(
    ([, name = '']) => name,
  );
  expectNone([...new Set(named)].filter((name) => scripts[name] === undefined));
  expect(named).toEqual(
    expect.arrayContaining(['start', 'test', 'check', 'build', 'bench', 'replay']),
  );
});

test('store managers can read what has changed in this version', () => {
  const { version } = JSON.parse(textOf('package.json')) as { version: string };
  const headings = [...textOf('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, text = '']) => text);
  expect(headings.some((text) => text.startsWith('Unreleased') || text.startsWith(version))).toBe(
    true,
  );
});

test('decisions are numbered without a gap and have the four parts', () => {
  const decisions = allFiles().filter((file) => file.startsWith('docs/decisions/'));
  const numbers = decisions.map((file) => Number(path.basename(file).slice(0, 4)));
  expect(numbers).toEqual(decisions.map((_file, index) => index + 1));
  for (const part of ['Situation', 'Decision', 'Costs'])
    expectNone(decisions.filter((file) => !textOf(file).includes(`**${part}.**`)));
});

/** The rows of the tables with a column "Never": the words in use. */
function glossary(): { code: string; never: string }[] {
  return [...textOf('docs/glossary.md').matchAll(/^\|[^|]+\|[^|]+\| `([^`]+)` \|([^|]*)\|/gm)].map(
    ([, code = '', never = '']) => ({ code, never: never.trim() }),
  );
}

/** Code only: tests and documents may speak of what is not said. */
const product = () => sourceFiles().filter((file) => !/^(tests|scripts|bench)\//.test(file));

test('every code word of the glossary is used in the code', () => {
  const words = glossary();
  expect(words.length).toBeGreaterThan(30);
  const text = product().map(textOf).join('\n');
  expectNone(words.map(({ code }) => code).filter((code) => !hasWord(text, code)));
});

test('the code has one word per thing', () => {
  const never = glossary().flatMap(({ never: word }) => (word === '' ? [] : [word]));
  expect(never.length).toBeGreaterThan(10);
  const pattern = new RegExp(`\\b(${never.join('|')})\\b`);
  // Comments may explain; names may not.
  const lines = linesWith(pattern, product()).filter((line) => !/: (\/\/|\*|\/\*)/.test(line));
  expectNone(lines);
});

/** As a name, or as a part of one: `order` in `openOrder`. */
function hasWord(text: string, code: string): boolean {
  const capital = `${code.charAt(0).toUpperCase()}${code.slice(1)}`;
  return text.includes(code) || text.includes(capital);
}
