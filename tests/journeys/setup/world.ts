import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

import { portsFrom, startVirtualShop, type VirtualShop } from '#hardware/virtual/shop/shop.ts';
import { buildIfStale } from '#scripts/build.ts';
import { launchBrowser } from '#tests/world/browser.ts';
import { aStore, type StoreOfTest } from '#tests/world/store.ts';

import type { SetupPage } from '../pages/setup.ts';

type Simulator = 'printer' | 'terminal' | 'phone';

/** A store without devices in its settings, and simulators to set up. New for each test. */
export function aShopToSetUp() {
  let browser: Browser;
  let shop: VirtualShop;
  let store: StoreOfTest;
  const portOf = (id: Simulator) => shop.devices.get(id)?.address.split(':').at(-1) ?? '';

  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), buildIfStale(['renderer'])]);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    shop = await startVirtualShop({ ids: ['printer', 'terminal', 'phone'], ports: portsFrom(0) });
    store = await aStore({ phone: { host: '127.0.0.1', port: Number(portOf('phone')) } });
  });
  afterEach(async () => {
    await store.remove();
    await shop.close();
  });
  return {
    browser: () => browser,
    store: () => store,
    portOf,
    fact: (id: Simulator) => shop.devices.get(id)?.fact(),
    act: (id: Simulator, action: string, value: string) => shop.act(id, action, value),
  };
}

export async function addDevice(setup: SetupPage, kind: string, port: string): Promise<void> {
  await setup.addKey(kind).click();
  await setup.field('Adresse').fill('127.0.0.1');
  await setup.field('Port').fill(port);
  await setup.saveKey.click();
}
