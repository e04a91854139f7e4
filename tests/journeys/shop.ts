import type { Browser, BrowserContext, Page } from 'playwright-core';

import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';
import type { TerminalTimes } from '#hardware/terminal/times.ts';
import type { TerminalMode } from '#hardware/terminal/virtual/modes.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';
import type { StoreOptions } from '#main/store/start/start-store.ts';
import { buildIfStale } from '#scripts/build.ts';
import { aStore, type StoreOfTest } from '#tests/world/store.ts';

/** The smallest screen a till has, and the usual one of a kitchen. */
export const TILL_SCREEN = { width: 1366, height: 768 };
export const KITCHEN_SCREEN = { width: 1920, height: 1080 };

/** As fast as a customer who holds the card ready. */
const AT_ONCE_MS = 50;

export type Shop = {
  readonly store: StoreOfTest;
  readonly printer: VirtualPrinter;
  readonly terminal: VirtualTerminal;
  readonly close: () => Promise<void>;
};

/** A store node with a receipt printer and a card terminal on real ports; cards are accepted. */
export async function aShop({
  terminalTimes = {},
  ...options
}: Partial<StoreOptions> & {
  readonly terminalTimes?: Partial<TerminalTimes>;
} = {}): Promise<Shop> {
  await buildIfStale(['renderer']);
  const printer = await startVirtualPrinter({ name: 'Comptoir', port: 0, pagePort: 0 });
  const terminal = await startVirtualTerminal({
    name: 'Comptoir',
    port: 0,
    pagePort: 0,
    mode: decidedAtOnce('accept'),
  });
  const store = await aStore({
    printer: { host: '127.0.0.1', port: printer.port },
    terminal: { host: '127.0.0.1', port: terminal.port, times: terminalTimes },
    ...options,
  });
  return {
    store,
    printer,
    terminal,
    async close() {
      await store.remove();
      await Promise.all([printer.close(), terminal.close()]);
    },
  };
}

export function decidedAtOnce(kind: Exclude<TerminalMode['kind'], 'manual'>): TerminalMode {
  return { kind, delayMs: AT_ONCE_MS };
}

export type WindowOptions = {
  readonly viewport?: { width: number; height: number };
  /** Done before the page asks for anything. */
  readonly beforeOpening?: (page: Page) => Promise<void>;
};

export type Window = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page: nothing may. */
  readonly faults: readonly string[];
};

/** A window of its own on an address, on a touch screen. */
export async function openWindow(
  browser: Browser,
  url: string,
  { viewport = TILL_SCREEN, beforeOpening }: WindowOptions = {},
): Promise<Window> {
  const context = await browser.newContext({ viewport, hasTouch: true, locale: 'fr-FR' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await beforeOpening?.(page);
  await page.goto(url);
  return { page, context, faults };
}

/** A text as a person reads it: every kind of space is a space. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
