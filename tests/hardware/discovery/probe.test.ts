import { createServer } from 'node:net';

import { afterEach, describe, expect, test } from 'vitest';

import { proposedProfile } from '#hardware/discovery/identity.ts';
import { probePrinter } from '#hardware/discovery/probe.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import { profileOf } from '#hardware/printer/profiles/profiles.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';

let virtual: VirtualPrinter | undefined;
afterEach(async () => {
  await virtual?.close();
  virtual = undefined;
});

function ask(port: number) {
  return probePrinter({ host: '127.0.0.1', port, timers: systemTimers, answerMs: 300 });
}

describe('an address that a person typed', () => {
  test('is known for an ESC/POS printer with its name, and nothing is printed', async () => {
    virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0 });
    expect(await ask(virtual.port)).toEqual({
      status: 'printer',
      identity: { language: 'esc-pos', maker: 'OC PIZZA', model: 'VIRTUAL-80' },
    });
    await expect.poll(() => virtual?.isConnected()).toBe(false);
    expect(virtual.receipts()).toEqual([]);
  });

  test('is known for a Star, and nothing is printed', async () => {
    virtual = await startVirtualPrinter({
      ...{ name: 'Essai', port: 0, pagePort: 0 },
      language: 'star-prnt',
    });
    expect(await ask(virtual.port)).toEqual({
      status: 'printer',
      identity: { language: 'star-prnt' },
    });
    await expect.poll(() => virtual?.isConnected()).toBe(false);
    expect(virtual.receipts()).toEqual([]);
  });

  test('of a printer without paper is known all the same', async () => {
    virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0 });
    await virtual.setFault({ kind: 'paper-end' });
    expect(await ask(virtual.port)).toEqual({
      status: 'printer',
      identity: { language: 'esc-pos' },
    });
  });

  test('where something listens that is no printer is told as silent', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await ask(port)).toEqual({ status: 'silent' });
    server.close();
  });

  test('where nothing listens is told as that', async () => {
    virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0 });
    await virtual.setFault({ kind: 'off' });
    expect(await ask(virtual.port)).toEqual({
      status: 'not-reached',
      reason: 'connection-refused',
    });
  });
});

test.each([
  [{ language: 'esc-pos', maker: 'EPSON', model: 'TM-T88VI' }, 'epson-tm-t88vi'],
  [{ language: 'esc-pos', maker: 'EPSON', model: 'TM-T88V' }, 'epson-tm-t88v'],
  [{ language: 'esc-pos', maker: 'EPSON', model: 'TM-m30III' }, 'epson-tm-m30iii'],
  [{ language: 'esc-pos', maker: 'EPSON', model: 'TM-X' }, 'epson-tm-m30iii'],
  [{ language: 'esc-pos', maker: 'CITIZEN', model: 'CT-S651' }, 'citizen-ct-s651'],
  [{ language: 'esc-pos' }, 'compatible-80'],
  [{ language: 'star-prnt' }, 'star-mc-print3'],
] as const)('for %o the profile %s is proposed', (identity, profile) => {
  expect(proposedProfile(identity)).toBe(profile);
  expect(profileOf(profile)).toBeDefined();
});
