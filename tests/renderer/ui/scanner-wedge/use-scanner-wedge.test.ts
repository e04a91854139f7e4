import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';

/** A search field as a counter has one, and the list of what was scanned. */
const SCREEN = `
  import { createElement, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  import { useScannerWedge } from '#renderer/ui/scanner-wedge/use-scanner-wedge.ts';
  function Screen() {
    const [typed, setTyped] = useState('');
    const [scanned, setScanned] = useState([]);
    const [sent, setSent] = useState(0);
    useScannerWedge((code) => setScanned((before) => [...before, code]));
    return createElement('form',
      { onSubmit: (event) => { event.preventDefault(); setSent((count) => count + 1); } },
      createElement('input', { id: 'field', value: typed, onChange: (event) => setTyped(event.target.value) }),
      createElement('p', { id: 'scanned' }, scanned.join(' ')),
      createElement('p', { id: 'sent' }, String(sent)),
    );
  }
  createRoot(document.getElementById('root')).render(createElement(Screen));
`;

let browser: Browser;
let script: string;

beforeAll(async () => {
  const resolveDir = new URL('../../../../renderer/', import.meta.url).pathname;
  const built = await build({
    stdin: { contents: SCREEN, resolveDir, loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  script = built.outputFiles[0]?.text ?? '';
  browser = await launchBrowser();
});

afterAll(() => browser.close());

async function openScreen(): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><div id="root"></div>');
  await page.addScriptTag({ content: script });
  await page.locator('#field').focus();
  return page;
}

/** Presses keys within one moment, as a scanner does; a key that nobody stops is typed. */
function scan(page: Page, code: string): Promise<void> {
  return page.evaluate((text) => {
    const field = document.querySelector<HTMLInputElement>('#field');
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    for (const key of [...Array.from(text), 'Enter']) {
      const place = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
      const event = new KeyboardEvent('keydown', {
        ...{ key, code: key === 'Enter' ? 'Enter' : place, bubbles: true, cancelable: true },
        shiftKey: /\d/.test(key),
      });
      const target = document.activeElement ?? document.body;
      if (!target.dispatchEvent(event)) continue;
      if (key === 'Enter') field?.form?.requestSubmit();
      else if (target === field) {
        setter?.call(field, `${field?.value ?? ''}${key}`);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
  }, code);
}

test('what is scanned while a field has the focus is told, and taken out of the field', async () => {
  const page = await openScreen();
  await page.locator('#field').pressSequentially('Rei', { delay: 120 });
  await scan(page, 'OCP7F3K2209');
  await expect.poll(() => page.locator('#scanned').textContent()).toBe('OCP7F3K2209');
  await expect.poll(() => page.locator('#field').inputValue()).toBe('Rei');
  expect(await page.locator('#sent').textContent()).toBe('0');
  await page.close();
});

test('what is scanned while nothing has the focus is told', async () => {
  const page = await openScreen();
  await page.locator('#field').blur();
  await scan(page, '3760123456789');
  await expect.poll(() => page.locator('#scanned').textContent()).toBe('3760123456789');
  await page.close();
});

test('what a person types stays in the field, and their Enter does what it always does', async () => {
  const page = await openScreen();
  await page.locator('#field').pressSequentially('Reine 12', { delay: 90 });
  await page.locator('#field').press('Enter');
  await expect.poll(() => page.locator('#sent').textContent()).toBe('1');
  expect(await page.locator('#field').inputValue()).toBe('Reine 12');
  expect(await page.locator('#scanned').textContent()).toBe('');
  await page.close();
});
