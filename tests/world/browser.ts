import { type Browser, chromium } from 'playwright-core';

import { chooseBrowser } from '#scripts/browser.ts';

/** No sandbox, because continuous integration runs as root; and nothing fetched behind our back. */
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Shared memory is 64 MB in a container, and a page that needs more dies.
  '--disable-dev-shm-usage',
  '--autoplay-policy=no-user-gesture-required',
];

/**
 * Starts the browser of the journeys (scripts/browser.ts says which). Close it when done.
 *
 * @param flags more flags for Chromium, for example a slower processor's
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const { executablePath, environment } = chooseBrowser();
  return chromium.launch({
    executablePath,
    args: [...FLAGS, ...flags],
    env: { ...definedOnly(process.env), ...environment },
  });
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
