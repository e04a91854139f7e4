import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  portsFrom,
  SHOP_DEVICES,
  type ShopDeviceId,
  startVirtualShop,
  type VirtualShop,
} from '#hardware/virtual/shop/shop.ts';

const ALL = Object.keys(SHOP_DEVICES) as ShopDeviceId[];

let shop: VirtualShop;
beforeEach(async () => {
  shop = await startVirtualShop({ ids: ALL, ports: portsFrom(0) });
});
afterEach(() => shop.close());

type Shown = {
  readonly id: string;
  readonly mode: string;
  readonly text: string;
  readonly page?: string;
  readonly modes: readonly { readonly mode: string; readonly word: string }[];
  readonly actions: readonly string[];
};

async function shown(id: string): Promise<Shown | undefined> {
  const answer = await fetch(`http://127.0.0.1:${shop.pagePort}/state`);
  const { devices } = (await answer.json()) as { devices: readonly Shown[] };
  return devices.find((device) => device.id === id);
}

/** As the page does it. */
async function post(body: object): Promise<{ status: number; sentence?: string }> {
  const answer = await fetch(`http://127.0.0.1:${shop.pagePort}/do`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, ...((await answer.json()) as { sentence?: string }) };
}

test('one page shows every simulator of a shop, and leads to the page of each', async () => {
  const index = await (await fetch(`http://127.0.0.1:${shop.pagePort}/`)).text();
  expect(index).toContain('Simulateurs');
  for (const id of ALL) {
    const page = (await shown(id))?.page;
    if (id === 'stripe') expect(page).toBeUndefined();
    else expect((await fetch(page ?? '')).status).toBe(200);
  }
});

describe.each(ALL.filter((id) => id !== 'phone'))('the simulator %s', (id) => {
  test('goes into each mode that its page offers, says so, and out of it again', async () => {
    const device = await shown(id);
    const modes = device?.modes ?? [];
    const action = device?.actions.includes('fault') === true ? 'fault' : 'mode';
    expect(modes.length).toBeGreaterThan(1);
    for (const { mode } of modes) {
      expect(await post({ device: id, action, value: mode })).toEqual({ status: 200 });
      expect((await shown(id))?.mode).toBe(mode);
    }
    const [usual] = modes;
    await post({ device: id, action, value: usual?.mode });
    expect((await shown(id))?.mode).toBe(usual?.mode);
  });
});

test('the telephone rings, is answered and hung up, from the page or a script', async () => {
  expect(await shop.act('phone', 'call', '06 39 98 00 01')).toBeUndefined();
  expect(await shown('phone')).toMatchObject({ text: '0639980001', mode: 'ringing' });
  expect(await post({ device: 'phone', action: 'answer', value: '' })).toEqual({ status: 200 });
  expect(await shown('phone')).toMatchObject({ mode: 'answered' });
  expect(await shop.act('phone', 'end', '')).toBeUndefined();
  expect(await shown('phone')).toMatchObject({ mode: 'ended' });
  expect(await shop.act('phone', 'call', '')).toBeUndefined();
  expect(await shown('phone')).toMatchObject({ text: 'Numéro masqué' });
});

test('what a simulator cannot do is one sentence with what it can', async () => {
  expect(await post({ device: 'printer', action: 'mode', value: 'manual' })).toMatchObject({
    status: 400,
    sentence: expect.stringContaining('Actions\u202f: fault, drawer'),
  });
  expect(await shop.act('oven', 'burn', '')).toContain('Il n’y a pas de «\u202foven\u202f»');
});

test('a port that another program holds stops the start, and leaves nothing running', async () => {
  const taken = shop.pagePort;
  const ports = { ...portsFrom(0), pagePort: taken };
  await expect(startVirtualShop({ ids: ['printer'], ports })).rejects.toThrow('EADDRINUSE');
});

test('the ports of a shop follow one another, and none is used twice', () => {
  const ports = portsFrom(7400);
  const used = ALL.flatMap((id) => {
    const { port, pagePort } = ports.of(id);
    const count = SHOP_DEVICES[id].ports;
    expect(pagePort).toBe(port + count - 1);
    return Array.from({ length: count }, (_, at) => port + at);
  });
  expect([ports.pagePort, ...used]).toEqual(
    Array.from({ length: used.length + 1 }, (_, at) => 7400 + at),
  );
});
