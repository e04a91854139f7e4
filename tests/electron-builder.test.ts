import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { buildIfStale } from '#scripts/build.ts';

/**
 * Packs the till as for an installer, around a stand-in for Electron's executable (its binary is
 * 250 MB from elsewhere). The fuses are written into the stand-in as into the real one.
 */

const ROOT = path.resolve(import.meta.dirname, '..');
const bin = (name: string) => path.join(ROOT, 'node_modules', '.bin', name);

let folder = '';
let packed = '';
let files: string[] = [];

/** What @electron/fuses looks for in an executable: a sentinel, version 1, a count, the fuses. */
function standIn(): Buffer {
  const sentinel = `dL7pKGdnNz796PbbjQWNKmHX${'BZaB9tsX'}`;
  const fuses = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
  const asShipped = Buffer.alloc(fuses.length, FuseState.ENABLE);
  return Buffer.concat([
    Buffer.from('#!/bin/sh\nexit 0\n'),
    Buffer.from(sentinel),
    Buffer.from([1, fuses.length]),
    asShipped,
  ]);
}

beforeAll(async () => {
  await buildIfStale();
  folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-pack-'));
  const electron = path.join(folder, 'electron');
  mkdirSync(path.join(electron, 'locales'), { recursive: true });
  for (const language of ['fr', 'en-US', 'de'])
    writeFileSync(path.join(electron, 'locales', `${language}.pak`), '');
  writeFileSync(path.join(electron, 'electron'), standIn());
  chmodSync(path.join(electron, 'electron'), 0o755);
  const output = path.join(folder, 'out');
  execFileSync(
    process.execPath,
    [
      ...[path.join(ROOT, 'node_modules/electron-builder/cli.js'), '--linux', 'dir', '--x64'],
      ...[`-c.electronDist=${electron}`, `-c.directories.output=${output}`],
    ],
    { cwd: ROOT, encoding: 'utf8', timeout: 120_000 },
  );
  packed = path.join(output, 'linux-unpacked');
  const archive = path.join(packed, 'resources', 'app.asar');
  files = execFileSync(bin('asar'), ['list', archive], { encoding: 'utf8' }).split('\n');
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the fuses of the till are set as the security review asks', async () => {
  const wire = await getCurrentFuseWire(path.join(packed, 'oc-pizza'));
  const on = FuseState.ENABLE;
  const off = FuseState.DISABLE;
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  });
});

test('the package has the shell, its preload script, the store node, the hardware host and the screens', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      '/package.json',
      '/dist/main/shell.cjs',
      '/dist/main/preload.cjs',
      '/dist/main/store-node.mjs',
      '/dist/main/hardware-host.mjs',
      '/dist/renderer/counter/index.html',
      '/dist/renderer/kitchen/index.html',
    ]),
  );
});

test('of the packages only those with native code are shipped, with that of this system', () => {
  const packages = files.flatMap(
    (file) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)$/.exec(file)?.[1] ?? [],
  );
  expect(packages.toSorted()).toEqual([
    '@serialport/bindings-cpp',
    '@serialport/bindings-interface',
    '@serialport/parser-delimiter',
    '@serialport/parser-readline',
    'better-sqlite3',
    'ms',
    'node-gyp-build',
    'node-hid',
    'pkg-prebuilds',
  ]);
  const native = files.filter((file) => file.endsWith('.node'));
  expect(native.toSorted()).toEqual([
    '/node_modules/@serialport/bindings-cpp/prebuilds/linux-x64/@serialport+bindings-cpp.glibc.node',
    '/node_modules/@serialport/bindings-cpp/prebuilds/linux-x64/@serialport+bindings-cpp.musl.node',
    '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    '/node_modules/node-hid/prebuilds/HID-linux-x64/node-napi-v4.node',
    '/node_modules/node-hid/prebuilds/HID_hidraw-linux-x64/node-napi-v4.node',
  ]);
  for (const file of native) {
    const unpacked = path.join(packed, 'resources', 'app.asar.unpacked', file);
    expect(existsSync(unpacked)).toBe(true);
  }
});

test('the hardware host of the package finds its USB and its serial code', () => {
  const archive = path.join(packed, 'resources', 'app.asar');
  const out = path.join(folder, 'extracted');
  execFileSync(bin('asar'), ['extract', archive, out]);
  const look = [
    "const { createRequire } = require('node:module');",
    `const load = createRequire(${JSON.stringify(path.join(out, 'dist/main/hardware-host.mjs'))});`,
    "load('node-hid').devices();",
    "load('@serialport/bindings-cpp').autoDetect();",
  ].join('\n');
  execFileSync(process.execPath, ['-e', look], { cwd: out });
});

test('the till speaks French and English', () => {
  expect(readdirSync(path.join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'fr.pak']);
});

test('nothing of the central server, no source and no map is shipped', () => {
  expect(files.filter((file) => /central-server|\.tsx?$|\.map$|^\/tests/.test(file))).toEqual([]);
});

test('the preload script loads nothing but Electron, as a sandboxed page demands', () => {
  execFileSync(
    bin('asar'),
    ['extract-file', path.join(packed, 'resources/app.asar'), 'dist/main/preload.cjs'],
    { cwd: folder },
  );
  const text = readFileSync(path.join(folder, 'preload.cjs'), 'utf8');
  const loaded = [...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
  expect(new Set(loaded)).toEqual(new Set(['electron']));
  expect(text).not.toMatch(/^import /m);
});
