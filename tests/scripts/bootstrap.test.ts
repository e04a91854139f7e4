import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

/** The real bootstrap script in an empty project; npm is a stand-in that says what npm would say. */

const SCRIPT = path.resolve(import.meta.dirname, '../../scripts/bootstrap.mjs');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-fresh-'));
  mkdirSync(path.join(folder, 'scripts'));
  copyFileSync(SCRIPT, path.join(folder, 'scripts', 'bootstrap.mjs'));
  writeFileSync(path.join(folder, 'package-lock.json'), '{ "lockfileVersion": 3 }');
  npmThat("mkdirSync('node_modules', { recursive: true });");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The stand-in writes down each call, then does what the test wants. */
function npmThat(does: string): void {
  const text = `
    import { appendFileSync, mkdirSync } from 'node:fs';
    import { setTimeout as wait } from 'node:timers/promises';
    appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\n');
    ${does}`;
  writeFileSync(path.join(folder, 'npm.mjs'), text);
}

function calls(): string[] {
  const file = path.join(folder, 'calls.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

function bootstrap(): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs'], {
    cwd: folder,
    env: {
      ...process.env,
      npm_execpath: path.join(folder, 'npm.mjs'),
      npm_node_execpath: process.execPath,
    },
    timeout: 20_000,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })));
}

test('the first start installs what the lockfile names, the second finds it done', async () => {
  expect((await bootstrap()).text).toContain('Installing dependencies');
  expect(await bootstrap()).toEqual({ code: 0, text: '' });
  expect(calls()).toEqual(['ci --ignore-scripts --no-audit --no-fund --loglevel=error']);
});

test('a changed lockfile is installed', async () => {
  await bootstrap();
  writeFileSync(path.join(folder, 'package-lock.json'), '{ "lockfileVersion": 4 }');
  expect((await bootstrap()).code).toBe(0);
  expect(calls()).toHaveLength(2);
});

test('two starts at once install once', async () => {
  npmThat("await wait(700); mkdirSync('node_modules', { recursive: true });");
  const both = await Promise.all([bootstrap(), bootstrap()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(calls()).toHaveLength(1);
});

test('the lock of a start that was killed does not hold up the next', async () => {
  mkdirSync(path.join(folder, '.cache'));
  const dead = spawn(process.execPath, ['--eval', '0']);
  await new Promise((resolve) => dead.on('exit', resolve));
  writeFileSync(path.join(folder, '.cache', 'installing.lock'), String(dead.pid));
  expect((await bootstrap()).code).toBe(0);
  expect(calls()).toHaveLength(1);
});

test.each([
  ['npm error code ENOTFOUND', 'The package registry does not answer.'],
  ['npm error network connect ETIMEDOUT', 'The package registry does not answer.'],
  ['npm error code ENOSPC', 'The disk is full.'],
  ['npm error code EACCES', 'No right to write'],
  ['npm error code EUSAGE', 'package-lock.json does not match package.json'],
  ['npm error code EINTEGRITY', 'Do not use it'],
  ['npm error code EWHATEVER', 'The installation failed: npm error code EWHATEVER'],
])('«%s» is one clear sentence and a failure', async (said, sentence) => {
  npmThat(`console.error(${JSON.stringify(said)}); process.exit(1);`);
  const { code, text } = await bootstrap();
  expect(code).toBe(1);
  expect(text).toContain(sentence);
  // Nothing is taken for installed.
  npmThat("mkdirSync('node_modules', { recursive: true });");
  expect((await bootstrap()).code).toBe(0);
});
