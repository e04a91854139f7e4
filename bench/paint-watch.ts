import type { Page } from 'playwright-core';

/** Nothing that works is slower; beyond it the measure is broken. */
const PAINT_TIMEOUT_MS = 10_000;

export type Painted = {
  /** When it was on the screen, in milliseconds since 1970 by the clock of the page. */
  readonly atMs: number;
  /** For a tap: when the finger was lifted. */
  readonly tappedAtMs: number;
};

export type PaintWatch = {
  /** Resolves once the change of this name is on the screen, or was since `forget`. */
  readonly painted: (name: string) => Promise<Painted>;
  /** Drops what was painted and never asked for. */
  readonly forget: () => void;
};

/** What the bench gives to the page. */
type WatchedWindow = {
  readonly benchPainted: (name: string, atMs: number, tappedAtMs: number) => void;
};

/**
 * Reports every element that comes into the page or leaves it and that `selector` matches, under
 * the name `+<value of attribute>` or `-<value>` (without an attribute, `+` and `-` alone), once it
 * is painted: in the first task after the frame that follows the change. Product and floor are
 * watched by the very same code.
 */
export async function watchPaints(
  page: Page,
  watched: { readonly selector: string; readonly attribute?: string },
): Promise<PaintWatch> {
  const waiting = new Map<string, (painted: Painted) => void>();
  const early = new Map<string, Painted>();
  await page.exposeFunction('benchPainted', (name: string, atMs: number, tappedAtMs: number) => {
    const painted = { atMs, tappedAtMs };
    const resolve = waiting.get(name);
    waiting.delete(name);
    if (resolve === undefined) early.set(name, painted);
    else resolve(painted);
  });
  await page.evaluate(watchInPage, watched);
  return {
    forget: () => early.clear(),
    painted(name) {
      const known = early.get(name);
      early.delete(name);
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`${name} was not painted within ${PAINT_TIMEOUT_MS} ms`)),
          PAINT_TIMEOUT_MS,
        );
        waiting.set(name, (painted) => {
          clearTimeout(timer);
          resolve(painted);
        });
      });
    },
  };
}

/** Runs in the page, so it can use nothing of this module. */
function watchInPage({ selector, attribute }: { selector: string; attribute?: string }): void {
  const nowMs = () => performance.timeOrigin + performance.now();
  const afterFrame = (then: (atMs: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => then(nowMs()), { once: true });
      port1.start();
      port2.postMessage(undefined);
    });
  const namesIn = (nodes: NodeList, sign: string) =>
    [...nodes]
      .filter((node) => node instanceof Element)
      .flatMap((element) => [element, ...element.querySelectorAll(selector)])
      .filter((element) => element.matches(selector))
      .map((element) => sign + (attribute === undefined ? '' : element.getAttribute(attribute)));
  const { benchPainted } = window as unknown as WatchedWindow;
  let tappedAtMs = 0;
  window.addEventListener(
    'pointerup',
    (event) => {
      tappedAtMs = performance.timeOrigin + event.timeStamp;
    },
    { capture: true },
  );
  new MutationObserver((records) => {
    const names = records.flatMap((record) => [
      ...namesIn(record.addedNodes, '+'),
      ...namesIn(record.removedNodes, '-'),
    ]);
    if (names.length === 0) return;
    const liftedAtMs = tappedAtMs;
    afterFrame((atMs) => {
      for (const name of names) benchPainted(name, atMs, liftedAtMs);
    });
  }).observe(document.body, { childList: true, subtree: true });
}
