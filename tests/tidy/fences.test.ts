import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { ROOT } from './repository.ts';

/**
 * A small tree of faults, linted with the project's own settings: each must be named by its rule.
 * The same tree holds what is allowed, which must not be named.
 */

type Planted = { readonly file: string; readonly text: string };

const importing = (file: string, ...specifiers: string[]): Planted[] =>
  specifiers.map((specifier, index) => ({
    file: file.replace('.ts', `-${index}.ts`),
    text: `import { thing } from '${specifier}';\nexport const other = thing;\n`,
  }));

const FENCE = 'no-restricted-imports';

/** Folder by folder: what may not be imported there. */
const CLIMBING: Planted[] = [
  ...importing(
    'app/domain/a.ts',
    '#main/x.ts',
    '#hardware/x.ts',
    '#renderer/x.ts',
    '#central/x.ts',
  ),
  ...importing(
    'app/domain/b.ts',
    '../../main/x.ts',
    '../journal/journal.ts',
    '../projections/x.ts',
  ),
  ...importing('app/domain/c.ts', 'node:fs', 'fs', 'kysely', 'react', 'electron', '@scope/thing'),
  ...importing('app/domain/order/a.ts', '../../journal/journal.ts', '../../sync/x.ts'),
  ...importing('app/contract/a.ts', '../journal/journal.ts', 'node:crypto', 'socket.io'),
  ...importing('app/journal/a.ts', 'node:crypto', 'better-sqlite3', '#main/x.ts', 'pg', 'electron'),
  ...importing(
    'hardware/a.ts',
    '#main/x.ts',
    '#renderer/x.ts',
    '#central/x.ts',
    'electron',
    'react',
  ),
  ...importing('hardware/printer/b.ts', '../../main/x.ts', 'better-sqlite3', '#tests/x.ts'),
  ...importing('main/store/a.ts', '#renderer/x.ts', '#central/x.ts', 'electron', 'pg', 'react'),
  ...importing('main/gateway/a.ts', 'electron', '../../renderer/x.ts', '#scripts/x.ts'),
  ...importing(
    'main/shell/a.ts',
    '../store/x.ts',
    '#main/store/x.ts',
    'better-sqlite3',
    '#hardware/x.ts',
  ),
  ...importing('central-server/a.ts', '#main/x.ts', '#hardware/x.ts', 'better-sqlite3', 'electron'),
  ...importing(
    'renderer/ui/a.ts',
    '#renderer/counter/x.ts',
    '../counter/x.ts',
    'node:fs',
    'fs/promises',
  ),
  ...importing('renderer/counter/a.ts', '#renderer/kitchen/x.ts', '../kitchen/x.ts', '#main/x.ts'),
  ...importing(
    'renderer/counter/deep/b.ts',
    '../../shop/x.ts',
    'electron',
    'path',
    '#central/x.ts',
  ),
  ...importing('renderer/head-office/a.ts', '#renderer/counter/x.ts', '../manager/x.ts'),
  ...importing('renderer/rider/a.ts', '../head-office/x.ts', '#renderer/shop/x.ts'),
  ...importing('tests/a.ts', 'electron'),
  ...importing('scripts/a.ts', 'electron'),
  { file: 'main/store/later.ts', text: "export const later = () => import('electron');\n" },
  { file: 'main/store/typed.ts', text: "export type { App } from 'electron';\n" },
];

const ALLOWED: Planted[] = [
  ...importing('app/domain/ok.ts', 'zod', './x.ts', '../lib/money.ts', '../domain/x.ts'),
  ...importing('app/contract/ok.ts', 'zod', '../domain/menu.ts', '../lib/result.ts'),
  ...importing('app/journal/ok.ts', 'kysely', '../domain/x.ts', '../lib/x.ts', 'zod'),
  ...importing('hardware/ok.ts', '#app/x.ts', 'node:net', './x.ts', '@scope/encoder'),
  ...importing('main/store/ok.ts', '#app/x.ts', '#hardware/x.ts', 'node:fs', '../database/x.ts'),
  ...importing('main/shell/ok.ts', 'electron', '#app/x.ts', 'node:path', './x.ts'),
  ...importing('central-server/ok.ts', '#app/x.ts', 'pg', 'node:fs', '../http/x.ts'),
  ...importing('renderer/ui/ok.ts', '#app/x.ts', 'react', '@mantine/core', '../client/x.ts'),
  ...importing('renderer/counter/ok.ts', '#app/x.ts', '#renderer/ui/x.ts', '../ui/x.ts', './x.ts'),
  ...importing('tests/ok.ts', '#main/x.ts', '#renderer/counter/x.ts', '#app/x.ts', 'node:fs'),
];

const long = (lines: number) => `${'export {};\n'.repeat(lines)}`;
const inFunction = (body: string) => `export function act(): void {\n  ${body}\n}\n`;

/** Rule by rule: a fault that it must name. */
const FAULTS: [rule: string, file: string, text: string][] = [
  ['max-lines', 'main/long.ts', long(301)],
  ['max-lines-per-function', 'main/tall.ts', inFunction('act();\n'.repeat(70))],
  ['no-explicit-any', 'main/any.ts', 'export const x = (y: any): unknown => y;\n'],
  ['no-non-null-assertion', 'main/bang.ts', 'export const x = (y?: string): string => y!;\n'],
  ['no-floating-promises', 'main/promise.ts', inFunction('Promise.resolve(1);')],
  ['no-misused-promises', 'main/misused.ts', inFunction('[1].forEach(async () => {});')],
  [
    'switch-exhaustiveness-check',
    'main/switch.ts',
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  ],
  ['consistent-type-definitions', 'main/interface.ts', 'export interface A {\n  a: 1;\n}\n'],
  ['no-console', 'main/console.ts', inFunction("console.log('x');")],
  ['no-console', 'renderer/ui/console.ts', inFunction("console.log('x');")],
  ['no-default-export', 'main/default.ts', 'export default 1;\n'],
  ['no-empty', 'main/catch.ts', inFunction('try { act(); } catch {}')],
  [
    'no-else-return',
    'main/else.ts',
    'export const f = (x: 1 | 2) => {\n  if (x === 1) { return 1; } else { return 2; }\n};\n',
  ],
  [
    'no-nested-ternary',
    'main/ternary.ts',
    'export const f = (x: number) => (x > 1 ? (x > 2 ? 1 : 2) : 3);\n',
  ],
  ['ban-ts-comment', 'main/look-away.ts', `// @ts-${'ignore'}\nexport const x: string = 1;\n`],
  ['no-eval', 'main/eval.ts', inFunction("eval('1');")],
  ['eqeqeq', 'main/equal.ts', 'export const f = (x: number) => x == 1;\n'],
  ['no-restricted-properties', 'app/domain/now.ts', 'export const f = () => Date.now();\n'],
  ['no-restricted-properties', 'app/lib/chance.ts', 'export const f = () => Math.random();\n'],
  ['no-restricted-globals', 'app/journal/timer.ts', inFunction('setTimeout(act, 1);')],
  [
    'no-restricted-properties',
    'main/raw.ts',
    "declare const sql: { raw: (t: string) => void };\nexport const f = () => sql.raw('x');\n",
  ],
  [
    'no-restricted-properties',
    'app/projections/raw.ts',
    "declare const sql: { raw: (t: string) => void };\nexport const f = () => sql.raw('x');\n",
  ],
  [
    'no-restricted-properties',
    'renderer/ui/html.ts',
    "export const f = (x: { innerHTML: string }) => {\n  x.innerHTML = '1';\n};\n",
  ],
  [
    'no-danger',
    'renderer/ui/danger.tsx',
    "export const F = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;\n",
  ],
  [
    'no-cycle',
    'main/one.ts',
    "import { two } from './two.ts';\nexport const one = (): unknown => two;\n",
  ],
  [
    'no-disabled-tests',
    'tests/left.test.ts',
    `import { test } from 'vitest';\ntest.${'skip'}('x', () => {});\n`,
  ],
  [
    'no-focused-tests',
    'tests/alone.test.ts',
    `import { test } from 'vitest';\ntest.${'only'}('x', () => {});\n`,
  ],
];

let folder = '';
/** `file` → names of the rules that spoke. */
const named = new Map<string, string[]>();

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-fences-'));
  const config = JSON.stringify(path.join(ROOT, 'oxlint.config.ts'));
  const base = JSON.stringify(path.join(ROOT, 'tsconfig.base.json'));
  const planted = [
    ...[...CLIMBING, ...ALLOWED, ...FAULTS.map(([, file, text]) => ({ file, text }))],
    {
      file: 'main/two.ts',
      text: "import { one } from './one.ts';\nexport const two = (): unknown => one;\n",
    },
    { file: 'scripts/console.ts', text: "console.log('x');\n" },
    { file: 'bench/console.ts', text: "console.log('x');\n" },
    { file: 'oxlint.config.ts', text: `export { default } from ${config};\n` },
    {
      file: 'tsconfig.json',
      text: `{ "extends": ${base}, "compilerOptions": { "types": ["node"] } }`,
    },
  ];
  for (const { file, text } of planted) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const oxlint = path.join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const folders = [
    'app',
    'hardware',
    'main',
    'central-server',
    'renderer',
    'tests',
    'scripts',
    'bench',
  ];
  const { stdout } = spawnSync(
    process.execPath,
    [oxlint, '--type-aware', '--format', 'json', ...folders],
    { cwd: folder, encoding: 'utf8', timeout: 60_000 },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string }[];
  };
  for (const { filename, code } of diagnostics) {
    const rule = code.replace(/^.*\((.*)\)$/, '$1');
    named.set(filename, [...(named.get(filename) ?? []), rule]);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shownImport = (text: string) => /'([^']+)'/.exec(text)?.[1] ?? text;

test.each(CLIMBING.map(({ file, text }) => [path.dirname(file), shownImport(text), file]))(
  '%s may not import %s',
  (_folder, _specifier, file) => {
    expect(named.get(file) ?? []).toContain(FENCE);
  },
);

test.each(ALLOWED.map(({ file, text }) => [path.dirname(file), shownImport(text), file]))(
  '%s may import %s',
  (_folder, _specifier, file) => {
    expect(named.get(file) ?? []).not.toContain(FENCE);
  },
);

test.each(FAULTS)('%s is noticed in %s', (rule, file) => {
  expect(named.get(file) ?? []).toContain(rule);
});

test('scripts and benches may write to the console', () => {
  expect(named.get('scripts/console.ts') ?? []).not.toContain('no-console');
  expect(named.get('bench/console.ts') ?? []).not.toContain('no-console');
});
