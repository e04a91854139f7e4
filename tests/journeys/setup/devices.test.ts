import { describe, expect, test } from 'vitest';

import { openCounter } from '../pages/counter.ts';
import { openSetup } from '../pages/setup.ts';
import { NADIA, SOFIA } from '../pages/sign-in.ts';
import { aShopToSetUp, addDevice } from './world.ts';

/** Nadia signed in; nothing else is in the journal of the store. */
const SIGN_INS = 1;

const world = aShopToSetUp();

describe('the set-up screen', () => {
  test('takes a printer in, and its test page lies on the counter', async () => {
    const setup = await openSetup(world.browser(), world.store());
    await setup.addKey('Imprimante').click();
    await setup.field('Adresse').fill('127.0.0.1');
    await setup.field('Port').fill(world.portOf('printer'));
    await setup.form.getByRole('button', { name: /^Qui est à cette adresse/ }).click();
    await setup.form.getByText('Une imprimante répond').waitFor();
    await setup.saveKey.click();
    await setup.page.getByRole('heading', { name: 'Imprimante', exact: true }).waitFor();
    await setup.testKey('Page d’essai').click();
    await setup.lastTest.getByText('l’imprimante l’a confirmé').waitFor();
    expect(world.fact('printer')).toMatchObject({ text: '1 sur le comptoir' });
    expect(setup.faults).toEqual([]);
  });

  test('shows at once that the paper is out, what to do, and that it is back', async () => {
    const setup = await openSetup(world.browser(), world.store());
    await addDevice(setup, 'Imprimante', world.portOf('printer'));
    await setup.device('Imprimante').getByText('Prêt').waitFor();
    await world.act('printer', 'fault', 'paper-end');
    await setup.page.getByText('Remettre du papier').waitFor();
    await world.act('printer', 'fault', 'none');
    await setup.device('Imprimante').getByText('Prêt').waitFor();
  });

  test('finds the letters of a printer with its calibration page', async () => {
    const setup = await openSetup(world.browser(), world.store());
    await addDevice(setup, 'Imprimante', world.portOf('printer'));
    await setup.testKey('Page de calibrage').click();
    const lines = setup.page.getByRole('region', { name: /première ligne juste/ });
    await lines.getByRole('button', { name: /^3 / }).click();
    await lines.getByRole('button', { name: /^3 .*en service/ }).waitFor();
  });

  test('makes a test payment of one cent, once, and it is in no figure', async () => {
    await world.act('terminal', 'mode', 'accept');
    const setup = await openSetup(world.browser(), world.store());
    await addDevice(setup, 'Terminal de paiement', world.portOf('terminal'));
    await setup.testKey(/^Paiement d’essai/).click();
    await setup.lastTest.getByText('se comprennent').waitFor();
    expect(world.fact('terminal')).toMatchObject({ text: '1 opérations' });
    expect(world.store().head()).toBe(SIGN_INS);
  });

  test('asks twice before a cent is asked of a real terminal', async () => {
    const setup = await openSetup(world.browser(), world.store());
    await setup.addKey('Terminal de paiement').click();
    await setup.field('Adresse').fill('192.0.2.7');
    await setup.saveKey.click();
    await setup.testKey(/^Paiement d’essai/).click();
    const sure = setup.page.getByRole('dialog', { name: /pour de vrai/ });
    await sure.getByRole('button', { name: 'Non' }).click();
    await sure.waitFor({ state: 'hidden' });
    expect(await setup.lastTest.count()).toBe(0);
  });

  test('lets a cashier look, and change with the PIN of a manager', async () => {
    const setup = await openSetup(world.browser(), world.store(), { person: SOFIA });
    await addDevice(setup, 'Imprimante', world.portOf('printer'));
    const approval = setup.page.getByRole('dialog', { name: 'Accord d’un responsable' });
    await approval.waitFor();
    await setup.page.keyboard.type(NADIA.pin);
    await setup.page.keyboard.press('Enter');
    await setup.device('Imprimante').waitFor();
  });

  test('is reached from the settings of the counter, and leads back without a new PIN', async () => {
    const counter = await openCounter(world.browser(), world.store(), { person: NADIA });
    await counter.page.getByRole('button', { name: 'Réglages de cet écran' }).click();
    await counter.page.getByRole('button', { name: 'Appareils et écran' }).click();
    await counter.page.getByRole('heading', { name: 'Réglages' }).waitFor();
    await counter.page.getByRole('button', { name: 'Caisse' }).click();
    await counter.products.waitFor();
  });
});

test('a call on the virtual telephone rings at the counter', async () => {
  const counter = await openCounter(world.browser(), world.store());
  await expect.poll(() => world.fact('phone')?.isUsed).toBe(true);
  await world.act('phone', 'call', '06 39 98 00 01');
  await counter.page
    .getByText(/06.39.98.00.01/)
    .first()
    .waitFor();
  expect(counter.faults).toEqual([]);
});
