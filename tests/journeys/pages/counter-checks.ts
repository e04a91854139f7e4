import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** 16 mm on a till: what a hurried finger hits. */
const KEY_MIN_PX = 64;
/** What may be smaller, in a header that gives its height to the products. Named here one by one. */
const HEADER_KEYS: readonly RegExp[] = [
  /Réglages de cet écran/,
  /^Touches du clavier/,
  /Répondre$/,
  /^\d+ appels$/,
  /À jour|En attente|Hors ligne|Magasin à relier|Imprimante|TPE|Action requise|Formation/,
];
const HEADER_KEY_MIN_PX = 48;

/** What a screen reader, a keyboard or weak eyes would stumble over: nothing may be left. */
export async function barriersOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** The keys in sight that are too small, with their size. A key behind a sheet is left out. */
export async function smallKeysOn(page: Page): Promise<string[]> {
  const keys = await page.getByRole('button').filter({ visible: true }).evaluateAll(sizesOf);
  return keys
    .filter(({ name, width, height, isInHeader }) => {
      const isNamed = isInHeader && HEADER_KEYS.some((known) => known.test(name));
      return Math.min(width, height) < (isNamed ? HEADER_KEY_MIN_PX : KEY_MIN_PX);
    })
    .map(({ name, width, height }) => `${name}: ${width} × ${height}`);
}

type KeySize = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly isInHeader: boolean;
};

/** Runs in the page. The box of each key whose middle can be touched, in whole CSS pixels. */
function sizesOf(keys: Element[]): KeySize[] {
  return keys.flatMap((key) => {
    const box = key.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (at === null || !key.contains(at)) return [];
    return {
      name: (key.ariaLabel ?? key.textContent).replace(/\s+/g, ' ').trim(),
      width: Math.round(box.width),
      height: Math.round(box.height),
      isInHeader: key.closest('header') !== null,
    };
  });
}

/** What runs out of the screen or over its neighbour: text wider than the key that holds it. */
export async function clippedOn(page: Page): Promise<string[]> {
  return page
    .getByRole('button')
    .filter({ visible: true })
    .evaluateAll((keys) =>
      keys.flatMap((key) => {
        const isOver = key.scrollWidth > key.clientWidth + 1;
        return isOver ? [(key.ariaLabel ?? key.textContent).replace(/\s+/g, ' ').trim()] : [];
      }),
    );
}
