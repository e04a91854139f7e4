import type { CDPSession, Page } from 'playwright-core';

import { launchBrowser } from '#tests/world/browser.ts';

export type BenchPage = {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** 1 = full speed, 4 = a processor four times slower. */
  readonly slowDown: (rate: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * One page in a browser of its own, as large as the screen it stands for. It is refreshed 60 times a
 * second throughout, as a real screen is: a browser without a screen would draw at once when nothing
 * else is going on, and no person ever sees that.
 */
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
  await page.evaluate(() => {
    const refresh = () => requestAnimationFrame(refresh);
    refresh();
  });
  return {
    page,
    devtools,
    slowDown: (rate) => devtools.send('Emulation.setCPUThrottlingRate', { rate }).then(() => {}),
    close: () => browser.close(),
  };
}
