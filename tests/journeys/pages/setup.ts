import type { Browser, Page } from 'playwright-core';

import { openWindow, TILL_SCREEN, type WindowOptions } from '../shop.ts';
import { NADIA, type Person, signInAs } from './sign-in.ts';

/** The set-up screen, found by what a person sees and what a screen reader says. */
export type SetupPage = ReturnType<typeof setupOn> & { readonly faults: readonly string[] };

export async function openSetup(
  browser: Browser,
  store: { readonly url: string; readonly keys: { readonly counter: string } },
  {
    viewport = TILL_SCREEN,
    person = NADIA,
    ...options
  }: WindowOptions & { readonly person?: Person } = {},
): Promise<SetupPage> {
  const url = `${store.url}/setup/#key=${store.keys.counter}`;
  const { page, faults } = await openWindow(browser, url, { viewport, ...options });
  await signInAs(page, person);
  const setup = setupOn(page);
  await setup.title.waitFor();
  return { ...setup, faults };
}

export function setupOn(page: Page) {
  const list = page.getByRole('navigation', { name: 'Appareils du magasin' });
  const form = page.getByRole('dialog');
  return {
    page,
    title: page.getByRole('heading', { name: 'Réglages' }),
    list,
    form,
    device: (name: string) => list.getByRole('button', { name: new RegExp(`^${name}`) }),
    addKey: (kind: string) => list.getByRole('button', { name: new RegExp(`^Ajouter.*${kind}$`) }),
    field: (label: string) => form.getByLabel(label, { exact: true }),
    saveKey: form.getByRole('button', { name: 'Enregistrer' }),
    testKey: (name: string | RegExp) =>
      page.getByRole('group', { name: 'Essais' }).getByRole('button', { name }),
    lastTest: page.getByRole('status', { name: 'Dernier essai' }),
    tab: (name: string) =>
      page.getByRole('group', { name: 'Partie des réglages' }).getByRole('button', { name }),
  };
}
