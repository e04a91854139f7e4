import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  startVirtualScanner,
  VIRTUAL_BUMP_BAR,
  VIRTUAL_SCANNER,
  type VirtualScanner,
} from '#hardware/scanner/virtual/server.ts';
import { startVirtualDisplay } from '#hardware/display/virtual/server.ts';
import { aStore, KITCHEN, MANAGER, type StoreOfTest } from '#tests/world/store.ts';
import { tillOf } from '#tests/world/till.ts';

let usb: VirtualScanner;
let store: StoreOfTest;

beforeEach(async () => {
  usb = await startVirtualScanner({ name: 'USB', port: 0, pagePort: 0 });
  process.env['OC_PIZZA_VIRTUAL_USB'] = `127.0.0.1:${usb.port}`;
  store = await aStore();
});
afterEach(async () => {
  await store.remove();
  delete process.env['OC_PIZZA_VIRTUAL_USB'];
  await usb.close();
});

describe('what is typed on devices that are no keyboards', () => {
  test('a code that is scanned reaches the counter, a key of the bump bar the kitchen', async () => {
    const manager = tillOf(store, MANAGER);
    const device = { id: 'scanner', kind: 'scanner' as const, name: 'Douchette' };
    const bar = { id: 'bar', kind: 'bump-bar' as const, name: 'Pavé cuisine' };
    await manager.ask('device.save', { device: { ...device, ...VIRTUAL_SCANNER } });
    await manager.ask('device.save', { device: { ...bar, ...VIRTUAL_BUMP_BAR } });
    await expect.poll(() => usb.isOpen('scanner') && usb.isOpen('bump-bar')).toBe(true);
    usb.scan('PIZZA-10');
    usb.press('1');
    await expect
      .poll(async () => (await manager.ask('input.scans', {})).map(({ text }) => text))
      .toEqual(['PIZZA-10']);
    const kitchen = tillOf(store, KITCHEN);
    await expect
      .poll(async () => (await kitchen.ask('input.bump-keys', {})).map(({ text }) => text))
      .toEqual(['1']);
  });
});

describe('a pole display', () => {
  test('shows the article that is rung up above the total', async () => {
    const display = await startVirtualDisplay({ name: 'Client', port: 0, pagePort: 0 });
    const manager = tillOf(store, MANAGER);
    await manager.ask('device.save', {
      device: {
        id: 'pole',
        kind: 'customer-display',
        name: 'Afficheur',
        line: {
          path: `tcp://127.0.0.1:${display.port}`,
          baudRate: 9_600,
          dataBits: 8,
          parity: 'none',
          stopBits: 1,
          flow: 'none',
        },
      },
    });
    const shown = {
      lines: [{ quantity: 1, text: 'Reine M', detail: [], grossCents: 1_190 }],
      discounts: [],
      totalCents: 1_190,
      dueCents: 1_190,
      stage: 'ordering' as const,
    };
    await expect
      .poll(async () => {
        await manager.ask('display.show', shown);
        return display.display().rows.join('\n');
      })
      .toContain('Reine M');
    expect(display.display().rows[1]).toContain('11,90');
    await display.close();
  });
});
