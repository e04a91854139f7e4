import type { Page } from 'playwright-core';

/** Somebody of the demonstration team, with the PIN that the demonstration gives them. */
export type Person = { readonly firstName: string; readonly pin: string };

export const SOFIA: Person = { firstName: 'Sofia', pin: '1111' };
export const NADIA: Person = { firstName: 'Nadia', pin: '9999' };
export const HUGO: Person = { firstName: 'Hugo', pin: '2222' };

/** At the till where nobody is signed in: their name, then their PIN on the keyboard. */
export async function signInAs(page: Page, { firstName, pin }: Person): Promise<void> {
  await page
    .getByRole('group', { name: 'Équipe' })
    .getByRole('button', { name: new RegExp(`^${firstName}`) })
    .click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}
