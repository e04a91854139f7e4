import { builtinModules } from 'node:module';

import { expect, test } from 'vitest';

import { allFiles, expectNone, sourceFiles, textOf } from './repository.ts';

/** What the project is made of, beside our own code. */

type Manifest = {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
};
type Lock = { readonly packages: Record<string, { version?: string; resolved?: string }> };

const manifest = JSON.parse(textOf('package.json')) as Manifest;
const lock = JSON.parse(textOf('package-lock.json')) as Lock;
const wanted = {
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
};

test('every package has one exact version, the one of the lockfile', () => {
  const loose = Object.entries(wanted).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expectNone(loose.map(String));
  const others = Object.entries(wanted).filter(
    ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
  );
  expectNone(others.map(String));
});

test('the lockfile names no registry: each machine uses its own', () => {
  const hosts = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
  expectNone(hosts.map(([place]) => place));
});

test('every package was decided on', () => {
  const decisions = allFiles()
    .filter((file) => file.startsWith('docs/decisions/'))
    .map(textOf)
    .join('\n');
  expectNone(Object.keys(wanted).filter((name) => !decisions.includes(`\`${name}\``)));
});

/** `from 'package/part';` or `import 'package';` at the end of a line. */
const IMPORT = /(?:\bfrom |^import )'([^.#'\s][^'\s]*)';$/gm;

test('every package that a source imports is asked for by name', () => {
  const names = new Map<string, string>();
  for (const file of sourceFiles().filter((name) => !name.startsWith('tests/tidy/')))
    for (const [, specifier = ''] of textOf(file).matchAll(IMPORT)) {
      const parts = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1);
      names.set(parts.join('/'), file);
    }
  const known = new Set([...Object.keys(wanted), ...builtinModules]);
  const strangers = [...names].filter(([name]) => !name.startsWith('node:') && !known.has(name));
  expectNone(strangers.map(([name, file]) => `${file}: ${name}`));
});

test('Electron is not downloaded by an installation', () => {
  expect(manifest.allowScripts['electron']).toBe(false);
});
