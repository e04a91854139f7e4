import type { Page } from 'playwright-core';

import type { Person } from './sign-in.ts';

/** The sheet on which somebody with the right agrees, found by what a person sees. */
export function approvalOn(page: Page) {
  const sheet = page.getByRole('dialog', { name: 'Accord d’un responsable' });
  return {
    sheet,
    /** Their name, then their PIN on the keyboard. */
    async type({ firstName, pin }: Person) {
      await sheet.getByRole('button', { name: new RegExp(`^${firstName}`) }).click();
      await page.keyboard.type(pin);
      await page.keyboard.press('Enter');
    },
  };
}

/** Somebody with the right agrees, and the sheet is gone. */
export async function approveAs(page: Page, person: Person): Promise<void> {
  const { sheet, type } = approvalOn(page);
  await type(person);
  await sheet.waitFor({ state: 'detached' });
}
