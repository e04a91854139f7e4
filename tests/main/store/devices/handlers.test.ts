import { rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';
import { openDatabase } from '#main/database/open.ts';
import { testRows } from '#main/store/devices/test-rows.ts';
import { journalOfStore } from '#main/store/journal-of-store.ts';
import { printerOn, terminalOn } from '#tests/main/hardware-host/devices.ts';
import { aStore, COUNTER, MANAGER, type StoreOfTest, temporaryFolder } from '#tests/world/store.ts';
import { NADIA } from '#tests/world/people.ts';

type Listed = Output<StoreContract, 'devices.list'>;

let printer: VirtualPrinter;
let terminal: VirtualTerminal;
let store: StoreOfTest;
let folder = '';

beforeEach(async () => {
  folder = temporaryFolder();
  [printer, terminal, store] = await Promise.all([
    startVirtualPrinter({ name: 'Comptoir', port: 0, pagePort: 0 }),
    startVirtualTerminal({
      ...{ name: 'Comptoir', port: 0, pagePort: 0 },
      mode: { kind: 'accept', delayMs: 20 },
    }),
    aStore({ folder }),
  ]);
});
afterEach(async () => {
  await store.close();
  await Promise.all([printer.close(), terminal.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function ask(method: string, input: unknown, caller = MANAGER): Promise<unknown> {
  const answer = await store.request(method, input, caller);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}
const list = async () => (await ask('devices.list', {})) as Listed;
const device = async (id: string) => (await list()).find((one) => one.device.id === id);
function lastTest(id: string) {
  return expect.poll(async () => (await device(id))?.lastTest);
}
function ready(id: string) {
  return expect.poll(async () => (await device(id))?.state.status);
}

describe('a printer saved in the settings', () => {
  test('is in use at once, without a restart, and prints its test page', async () => {
    await ask('device.save', { device: printerOn(printer.port) });
    await ready('printer').toBe('ready');
    await ask('device.test', { deviceId: 'printer', kind: 'test-page' });
    await lastTest('printer').toMatchObject({ kind: 'test-page', status: 'ok' });
    expect(printer.receipts()[0]?.text).toContain('Page d’essai');
    expect(await device('printer')).toMatchObject({
      isOfCommandLine: false,
      isVirtual: true,
      metrics: { failures: 0 },
    });
  });

  test('follows its new address, and the old one is let go', async () => {
    const second = await startVirtualPrinter({ name: 'Autre', port: 0, pagePort: 0 });
    await ask('device.save', { device: printerOn(printer.port) });
    await ready('printer').toBe('ready');
    await ask('device.save', { device: printerOn(second.port) });
    await expect.poll(() => [printer.isConnected(), second.isConnected()]).toEqual([false, true]);
    await second.close();
  });

  test('prints its calibration page, and then in the letters of the line that was picked', async () => {
    await ask('device.save', { device: printerOn(printer.port) });
    await ready('printer').toBe('ready');
    await ask('printer.calibrate', { deviceId: 'printer' });
    await lastTest('printer').toMatchObject({ kind: 'calibration-page', status: 'ok' });
    expect(printer.receipts()[0]?.text).toContain('1  é è ê à ç ù œ Œ € … À É');
    await ask('printer.choose-table', { deviceId: 'printer', line: 2 });
    expect((await device('printer'))?.device).toMatchObject({ codeTable: 6 });
    await expect(ask('printer.choose-table', { deviceId: 'printer', line: 19 })).rejects.toThrow(
      'device.no-such-line',
    );
  });

  test('that is switched off prints no test page, and says what to do', async () => {
    await printer.setFault({ kind: 'off' });
    await ask('device.save', { device: printerOn(printer.port) });
    await ask('device.test', { deviceId: 'printer', kind: 'test-page' });
    await lastTest('printer').toMatchObject({ status: 'failed', action: /imprimante/ });
  });

  test('is no longer used once it is removed', async () => {
    await ask('device.save', { device: printerOn(printer.port) });
    await ready('printer').toBe('ready');
    await ask('device.remove', { deviceId: 'printer' });
    await expect.poll(() => printer.isConnected()).toBe(false);
    expect(await list()).toEqual([]);
    expect(await ask('store.status', {})).toMatchObject({
      printer: { detail: 'Aucune imprimante configurée' },
    });
  });
});

describe('a test payment of one cent', () => {
  test('asks the terminal once and is in no order, no payment and no entry of the journal', async () => {
    await ask('device.save', { device: terminalOn(terminal.port) });
    const entries = store.head();
    await ask('device.test', { deviceId: 'terminal', kind: 'test-payment' });
    await lastTest('terminal').toMatchObject({ kind: 'test-payment', status: 'ok' });
    expect(terminal.transactions()).toMatchObject([{ amountCents: 1, result: 'paid' }]);
    expect(store.head()).toBe(entries);
  });

  test('that is not answered clearly is in doubt, and says to read the slip', async () => {
    terminal.setMode({ kind: 'cut', delayMs: 0 });
    await ask('device.save', { device: terminalOn(terminal.port) });
    await ask('device.test', { deviceId: 'terminal', kind: 'test-payment' });
    await lastTest('terminal').toMatchObject({ status: 'in-doubt', action: /ticket/ });
    expect(terminal.transactions()).toHaveLength(1);
  });

  test('on a real terminal is asked for only once somebody has said yes', async () => {
    await ask('device.save', { device: { ...terminalOn(8_888), host: '192.0.2.7' } });
    const asked = { deviceId: 'terminal', kind: 'test-payment' };
    await expect(ask('device.test', asked)).rejects.toThrow('device.not-confirmed');
    expect(await device('terminal')).toMatchObject({ isVirtual: false });
    expect((await device('terminal'))?.lastTest).toBeUndefined();
  });

  test('is never before the same terminal twice', async () => {
    terminal.setMode({ kind: 'manual' });
    await ask('device.save', { device: terminalOn(terminal.port) });
    await ask('device.test', { deviceId: 'terminal', kind: 'test-payment' });
    await expect.poll(() => terminal.screen()).toMatchObject({ amountCents: 1 });
    await expect(
      ask('device.test', { deviceId: 'terminal', kind: 'test-payment' }),
    ).rejects.toThrow('device.busy');
    await expect(ask('device.remove', { deviceId: 'terminal' })).rejects.toThrow('device.busy');
    terminal.decide('refuse');
    await lastTest('terminal').toMatchObject({ status: 'ok', sentence: /refusé/ });
  });

  test('that the till was cut off from is in doubt after a restart', async () => {
    const file = `${folder}/other.sqlite`;
    const now = () => new Date().toISOString();
    const database = await openDatabase(file);
    const { sql } = journalOfStore({ database, storeId: 'lyon-3', now });
    testRows(sql, now).begin({
      ...{ testId: 'test-1', deviceId: 'terminal', kind: 'test-payment' as const },
      ...{ amountCents: 1, by: 'lyon-3-1' },
    });
    expect(testRows(sql, now).lastOf('terminal')).toMatchObject({ status: 'in-doubt' });
    database.close();
  });
});

describe('the set-up of devices', () => {
  test('needs the right to it: a cashier looks, a manager’s PIN lets them change', async () => {
    const saved = { device: printerOn(printer.port) };
    expect(await ask('devices.list', {}, COUNTER)).toEqual([]);
    await expect(ask('device.save', saved, COUNTER)).rejects.toThrow('staff.right-needed');
    await ask('device.save', { ...saved, approval: NADIA }, COUNTER);
    expect(await list()).toHaveLength(1);
  });

  test('refuses what fits no device: a test page on a terminal, a payment on a printer', async () => {
    await ask('device.save', { device: printerOn(printer.port) });
    await ask('device.save', { device: terminalOn(terminal.port) });
    for (const asked of [
      { deviceId: 'terminal', kind: 'test-page' },
      { deviceId: 'printer', kind: 'test-payment' },
    ])
      await expect(ask('device.test', asked)).rejects.toThrow('device.cannot-do-that');
    await expect(ask('device.test', { deviceId: 'nobody', kind: 'self-test' })).rejects.toThrow(
      'device.unknown',
    );
  });

  test('tells who is at an address that somebody typed', async () => {
    const found = await ask('device.probe', { host: '127.0.0.1', port: printer.port });
    expect(found).toMatchObject({ status: 'printer', language: 'esc-pos' });
    await printer.close();
    expect(await ask('device.probe', { host: '127.0.0.1', port: printer.port })).toEqual({
      status: 'not-reached',
    });
  });

  test('lists serial lines and USB devices, also where no device is set up yet', async () => {
    expect(await ask('serial.ports', {})).toMatchObject({ ports: expect.any(Array) });
    expect(await ask('hid.list', {})).toMatchObject({ devices: expect.any(Array) });
  });

  test('shows the journal of a device', async () => {
    await printer.setFault({ kind: 'off' });
    await ask('device.save', { device: printerOn(printer.port) });
    await ask('device.test', { deviceId: 'printer', kind: 'self-test' });
    await lastTest('printer').toMatchObject({ kind: 'self-test', status: 'failed' });
    await expect
      .poll(
        async () =>
          ((await ask('device.log', { deviceId: 'printer' })) as { lines: object[] }).lines.length,
      )
      .toBeGreaterThan(0);
  });

  test('offers every model, with the lines of its calibration page', async () => {
    const options = (await ask('devices.options', {})) as Output<StoreContract, 'devices.options'>;
    expect(options.profiles.find(({ id }) => id === 'epson-tm-m30iii')).toMatchObject({
      language: 'esc-pos',
      codeTable: 16,
      lines: [{ codeTable: 16, text: '1  é è ê à ç ù œ Œ € … À É' }, {}, {}, {}, {}],
    });
  });
});
