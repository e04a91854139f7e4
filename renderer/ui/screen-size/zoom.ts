/**
 * How much larger this screen shows everything, in thousandths, so that a pixel of ours is a quarter
 * of a millimetre and a key of 80 is 20 mm. Found once with a bank card, kept on this device.
 */

export const ZOOM_MIN = 600;
export const ZOOM_MAX = 2_500;
export const ZOOM_NONE = 1_000;

/** ISO/IEC 7810 ID-1: 85.60 × 53.98 mm, at four of our pixels a millimetre. */
export const CARD_PX = { width: 342.4, height: 215.9 } as const;

const KEY = 'oc-pizza.zoom';
const ROOT_PX = 16;

/** What was found for this screen; `undefined` where nobody has held a card to it. */
export function foundZoom(): number | undefined {
  const kept = window.localStorage.getItem(KEY);
  return kept === null || !/^\d{3,4}$/.test(kept) ? undefined : withinLimits(Number(kept));
}

export function savedZoom(): number {
  return foundZoom() ?? ZOOM_NONE;
}

/** Keeps the zoom for this device and shows everything by it; `undefined` forgets it. */
export function saveZoom(zoom: number | undefined): void {
  if (zoom === undefined) window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, String(withinLimits(zoom)));
  applyZoom(savedZoom());
}

/** Electron enlarges the page; in a browser the root does, and all that is measured in it. */
export function applyZoom(zoom: number): void {
  const bridge = window.ocPizza?.setZoomFactor;
  if (bridge !== undefined) {
    bridge(zoom / ZOOM_NONE);
    return;
  }
  const isUsual = foundZoom() === undefined;
  const root = document.documentElement;
  // Without a zoom the style sheet decides: large screens have a root of their own.
  if (isUsual) root.style.removeProperty('font-size');
  else root.style.setProperty('font-size', `${(ROOT_PX * zoom) / ZOOM_NONE}px`);
}

/** The width of the card in pixels of this page, if `zoom` were the right one. */
export function cardWidth(zoom: number): number {
  const shown = window.ocPizza?.setZoomFactor === undefined ? ZOOM_NONE : savedZoom();
  return (CARD_PX.width * zoom) / shown;
}

export function withinLimits(zoom: number): number {
  return Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, Math.round(zoom)));
}
