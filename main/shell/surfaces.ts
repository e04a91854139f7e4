import type { PortRole } from '#app/contract/port.ts';

/**
 * The windows of a till, and what each is for the store node: its role, and its name as a device, with
 * which sessions go. The page has no say in it.
 */
export const WINDOWS = [
  {
    ...{ surface: 'counter', role: 'counter', device: 'till-main', title: 'OC Pizza · Caisse' },
    // The set-up screen is reached from the settings of the counter, and leads back.
    pages: ['counter', 'setup'],
  },
  {
    ...{ surface: 'kitchen', role: 'kitchen', device: 'kitchen-main', title: 'OC Pizza · Cuisine' },
    pages: ['kitchen'],
  },
  {
    ...{ surface: 'customer-display', role: 'display', device: 'display-main' },
    title: 'OC Pizza · Écran client',
    pages: ['customer-display'],
    // What this very till shows, whatever the others sell.
    query: '?till=till-main',
  },
] as const satisfies readonly {
  surface: string;
  pages: readonly string[];
  role: PortRole;
  device: string;
  title: string;
  query?: string;
}[];

export type WindowKind = (typeof WINDOWS)[number];
export type WindowSurface = WindowKind['surface'];

export const APP_SCHEME = 'app';
const APP_HOST = 'oc-pizza';

/** `app://oc-pizza/counter/` */
export function pageOf(surface: WindowSurface): string {
  return `${APP_SCHEME}://${APP_HOST}/${surface}/`;
}

/** Whether an address lies within a page of ours; with `pages`, within one of these. */
export function isOurs(address: string, pages?: WindowKind['pages']): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return false;
  return pages === undefined || pages.some((page) => url.pathname.startsWith(`/${page}/`));
}
