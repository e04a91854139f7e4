import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { faultsOfLockfile } from './lockfile.ts';

/**
 * `npm run check`: types, lint, format, lockfile. Each ends in one line; the exit code is not 0
 * when one of them has something to say.
 */

const ROOT = path.resolve(import.meta.dirname, '..');
/** Everything takes a few seconds; a hung tool must not hang the build. */
const TOOL_TIMEOUT_MS = 300_000;

type Outcome = { readonly ok: boolean; readonly text: string };
type Check = { readonly name: string; readonly run: () => Promise<Outcome> };

const CHECKS: readonly Check[] = [
  { name: 'types', run: () => tool('tsc', ['-b', '--pretty', 'false']) },
  { name: 'lint', run: () => tool('oxlint', ['--type-aware', '--deny-warnings', '.']) },
  { name: 'lint is awake', run: lintIsAwake },
  { name: 'format', run: () => tool('biome', ['format', '.']) },
  { name: 'lockfile', run: lockfileIsComplete },
];

function tool(name: string, flags: readonly string[], folder = ROOT): Promise<Outcome> {
  const program = path.join(ROOT, 'node_modules', '.bin', name);
  const child = spawn(program, flags, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TOOL_TIMEOUT_MS,
    shell: process.platform === 'win32',
  });
  let text = '';
  const hear = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, text: `${name}: ${error.message}` }));
    child.on('close', (code, signal) =>
      resolve({ ok: code === 0, text: signal === null ? text : `${text}\nended by ${signal}` }),
    );
  });
}

/**
 * Type-aware rules fall silent when the linter cannot read a project (a missing type package is
 * enough), and then everything looks clean. So a known fault must be found.
 */
async function lintIsAwake(): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-lint-'));
  try {
    mkdirSync(path.join(folder, 'main'));
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    const config = JSON.stringify(path.join(ROOT, 'oxlint.config.ts'));
    writeFileSync(path.join(folder, 'oxlint.config.ts'), `export { default } from ${config};\n`);
    const base = JSON.stringify(path.join(ROOT, 'tsconfig.base.json'));
    writeFileSync(path.join(folder, 'tsconfig.json'), `{ "extends": ${base} }`);
    writeFileSync(
      path.join(folder, 'main', 'planted.ts'),
      'export function forget(): void {\n  Promise.resolve(1);\n}\n',
    );
    const { text } = await tool('oxlint', ['--type-aware', 'main'], folder);
    const ok = text.includes('no-floating-promises');
    return { ok, text: ok ? '' : `A planted floating promise was not found:\n${text}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lockfileIsComplete(): Promise<Outcome> {
  const faults = faultsOfLockfile(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  return Promise.resolve({ ok: faults.length === 0, text: faults.join('\n') });
}

const startedAt = performance.now();
let faults = 0;
for (const { name, run } of CHECKS) {
  const from = performance.now();
  const { ok, text } = await run();
  const seconds = ((performance.now() - from) / 1_000).toFixed(1);
  if (!ok) console.log(text.trim());
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!ok) faults += 1;
}
const total = ((performance.now() - startedAt) / 1_000).toFixed(1);
console.log(
  faults === 0
    ? `All checks passed in ${total} s.`
    : `${faults} of ${CHECKS.length} checks failed.`,
);
process.exitCode = faults === 0 ? 0 : 1;
