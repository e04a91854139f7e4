import type { Page } from 'playwright-core';

import type { Person } from './sign-in.ts';

/** Somebody with the right agrees: their name, then their PIN on the keyboard. */
export async function approveAs(page: Page, { firstName, pin }: Person): Promise<void> {
  const sheet = page.getByRole('dialog', { name: 'Accord d’un responsable' });
  await sheet.getByRole('button', { name: new RegExp(`^${firstName}`) }).click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await sheet.waitFor({ state: 'detached' });
}
