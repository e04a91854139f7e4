import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { memoryTransport } from '#hardware/link/memory.ts';
import { printerOver, type ReceiptPrinter } from '#hardware/printer/device.ts';
import { EPSON_80 } from '#hardware/printer/profile.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';

let virtual: VirtualPrinter;
let printer: ReceiptPrinter | undefined;
beforeEach(async () => {
  virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0 });
});
afterEach(async () => {
  await printer?.close();
  await virtual.close();
});

async function post(path: string, body: object) {
  const answer = await fetch(`http://127.0.0.1:${virtual.pagePort}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}

async function state(): Promise<Record<string, unknown>> {
  const answer = await fetch(`http://127.0.0.1:${virtual.pagePort}/state`);
  return (await answer.json()) as Record<string, unknown>;
}

describe('a script', () => {
  test.each([
    { kind: 'paper-end' },
    { kind: 'near-end' },
    { kind: 'cover-open' },
    { kind: 'cutter' },
    { kind: 'error' },
    { kind: 'offline' },
    { kind: 'off' },
    { kind: 'slow', lineMs: 50 },
    { kind: 'cut-cable', afterBytes: 100 },
    { kind: 'half-open', afterBytes: 100 },
    { kind: 'power-cut', afterBytes: 100 },
  ])('breaks the printer with $kind and heals it', async (fault) => {
    expect(await post('/fault', fault)).toEqual({ status: 200, body: fault });
    expect((await state())['fault']).toEqual(fault);
    expect((await post('/fault', { kind: 'none' })).status).toBe(200);
    expect((await state())['fault']).toEqual({ kind: 'none' });
  });

  test('shuts the drawer that the till has opened, and the page shows it', async () => {
    const transport = memoryTransport((far) => virtual.attach(far));
    printer = printerOver(transport, { profile: EPSON_80, now: () => new Date().toISOString() });
    expect(await printer.openDrawer('tiroir')).toEqual({ status: 'printed' });
    expect(await state()).toMatchObject({ drawer: 'open', drawerOpenings: 1 });
    expect(await post('/drawer', { drawer: 'shut' })).toEqual({
      status: 200,
      body: { drawer: 'shut' },
    });
    expect(await state()).toMatchObject({ drawer: 'shut', drawerOpenings: 1 });
  });

  test.each([
    ['/fault', { kind: 'fire' }],
    ['/drawer', { drawer: 'ajar' }],
    ['/drawer', {}],
  ])('that asks %s for what there is not is refused', async (path, body) => {
    expect((await post(path, body)).status).toBe(400);
  });
});
