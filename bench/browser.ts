import type { CDPSession, Page } from 'playwright-core';

import { launchBrowser } from '#tests/world/browser.ts';

export type BenchPage = {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** 1 = full speed, 4 = a processor four times slower. */
  readonly slowDown: (rate: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** One page in a browser of its own, as large as the screen it stands for. */
export async function openBenchPage({
  url,
  width,
  height,
}: {
  url: string;
  width: number;
  height: number;
}): Promise<BenchPage> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width, height } });
  const devtools = await page.context().newCDPSession(page);
  await page.goto(url);
  return {
    page,
    devtools,
    slowDown: (rate) => devtools.send('Emulation.setCPUThrottlingRate', { rate }).then(() => {}),
    close: () => browser.close(),
  };
}
