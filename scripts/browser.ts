import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Where systems put a browser of the Chromium family. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** It takes 3 s; a slow disk ten times that. */
const UNPACK_TIMEOUT_MS = 60_000;

export type BrowserChoice = {
  readonly name: string;
  readonly executablePath: string;
  /** To be added to the environment of the browser. */
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * The browser of the journeys: the system's where there is one, else the one that comes with the
 * packages (Linux x64), unpacked once into `.cache`. `OC_PIZZA_BROWSER=package` takes the latter in
 * any case. Throws with a sentence when there is none: journeys are never skipped.
 */
export function chooseBrowser(): BrowserChoice {
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed !== undefined && process.env['OC_PIZZA_BROWSER'] !== 'package')
    return { name: installed, executablePath: installed, environment: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `No browser for the journeys on ${process.platform} ${process.arch}: install Chromium or Chrome (looked at ${INSTALLED.join(', ')}).`,
    );
  return packagedBrowser();
}

function packagedBrowser(): BrowserChoice {
  const home = path.join(ROOT, 'node_modules', '@sparticuz', 'chromium');
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(ROOT, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) unpack(path.join(home, 'bin'), folder);
  nameFonts(folder);
  const executablePath = path.join(folder, 'chromium');
  const fonts = { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  const ownLibraries = { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') };
  for (const environment of [fonts, { ...fonts, ...ownLibraries }]) {
    const { status } = spawnSync(executablePath, ['--version'], {
      env: { ...process.env, ...environment },
      timeout: 20_000,
    });
    if (status === 0)
      return { name: `@sparticuz/chromium ${version}`, executablePath, environment };
  }
  throw new Error(`The packaged browser does not start: ${executablePath} --version`);
}

/** The package's own file names folders of the system for temporary files; ours may have moved. */
function nameFonts(folder: string): void {
  const file = path.join(folder, 'fonts', 'fonts.conf');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
  if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** What the child process below runs: the package unpacks into the folder for temporary files. */
const UNPACK = `
  import path from 'node:path';
  import { inflate } from '@sparticuz/chromium';
  for (const archive of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
    await inflate(path.join(process.argv[1], archive));
`;

/** Beside its place, then renamed: of two tests that start at once neither sees half a browser. */
function unpack(archives: string, folder: string): void {
  const fresh = `${folder}.fresh-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK, archives], {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: fresh },
      timeout: UNPACK_TIMEOUT_MS,
    });
    moveUnlessThere(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another process was quicker: its copy is as good.
    if (!existsSync(to)) throw error;
  }
}

if (import.meta.main) console.log(`Browser for the journeys: ${chooseBrowser().name}`);
