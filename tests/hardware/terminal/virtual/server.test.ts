import { fork } from 'node:child_process';

import { afterEach, expect, test } from 'vitest';

import { tcpTransport } from '#hardware/link/tcp.ts';
import { concertOver } from '#hardware/terminal/concert/device.ts';
import { MODES, type ModeKind, terminalModeOf } from '#hardware/terminal/virtual/modes.ts';
import {
  startVirtualTerminal,
  type VirtualTerminalOptions,
} from '#hardware/terminal/virtual/server.ts';

import { until } from '../../until.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function aVirtual(options: Partial<VirtualTerminalOptions>) {
  const virtual = await startVirtualTerminal({ name: 'Essai', port: 0, pagePort: 0, ...options });
  closers.push(virtual.close);
  return virtual;
}

function concertAt(port: number) {
  const terminal = concertOver(tcpTransport({ host: '127.0.0.1', port }), {
    tillNumber: '01',
    now: () => new Date().toISOString(),
  });
  closers.push(terminal.close);
  return terminal;
}

function post(port: number, path: string, body: object): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

test('the keys on the page of a Concert terminal answer the till, and its journal knows', async () => {
  const virtual = await aVirtual({ protocol: 'concert' });
  const paying = concertAt(virtual.port).pay({ paymentId: 'one', amountCents: 2580 });
  await until(virtual.onChange, () => virtual.screen().status === 'waiting');
  expect((await post(virtual.pagePort, '/answer', { answer: 'refuse' })).status).toBe(200);
  expect(await paying).toMatchObject({ status: 'declined' });
  await until(virtual.onChange, () => virtual.transactions()[0]?.isAnswered === true);
  const state = await (await fetch(`http://127.0.0.1:${virtual.pagePort}/state`)).json();
  expect(state).toMatchObject({
    protocol: 'Concert E+',
    chargedCents: 0,
    transactions: [{ action: 'pay', amountCents: 2580, result: 'refused' }],
  });
});

test('a page offers the faults of its own protocol, and takes no others', async () => {
  const concert = await aVirtual({ protocol: 'concert' });
  const caisseAp = await aVirtual({});
  const offered = async (pagePort: number): Promise<string[]> => {
    const state = await (await fetch(`http://127.0.0.1:${pagePort}/state`)).json();
    return (state as { modes: { mode: string }[] }).modes.map(({ mode }) => mode);
  };
  expect(await offered(concert.pagePort)).toContain('nak-once');
  expect(await offered(concert.pagePort)).not.toContain('reset');
  expect(await offered(caisseAp.pagePort)).toContain('reset');
  expect((await post(concert.pagePort, '/mode', { mode: 'nak-once' })).status).toBe(200);
  expect((await post(caisseAp.pagePort, '/mode', { mode: 'nak-once' })).status).toBe(400);
});

test('every mode has French words, and is read with or without a wait', () => {
  for (const kind of Object.keys(MODES) as ModeKind[]) {
    const modes = (['caisse-ap', 'concert'] as const).map((protocol) =>
      terminalModeOf({ mode: kind, delayMs: 10 }, protocol),
    );
    expect(modes.find((mode) => mode !== undefined)).toMatchObject({ kind });
    expect(MODES[kind].word).toMatch(/^[A-ZÉÀ]/);
  }
  expect(terminalModeOf({ mode: 'fire' })).toBeUndefined();
  expect(terminalModeOf({ mode: 'late' })).toEqual({ kind: 'late', delayMs: 170_000 });
});

test('a wrong request is asked for again, and never shown to the customer', async () => {
  const virtual = await aVirtual({ protocol: 'concert', mode: { kind: 'manual' } });
  const heard: number[] = [];
  const opening = await tcpTransport({ host: '127.0.0.1', port: virtual.port }).open(1_000);
  if (opening.status === 'failed') throw new Error(opening.detail);
  const { connection } = opening;
  closers.push(() => Promise.resolve(connection.close()));
  const next = (): Promise<number> =>
    new Promise((resolve) => {
      connection.listen({
        received: (bytes) => {
          heard.push(...bytes);
          resolve(bytes[0] ?? 0);
        },
        over: () => undefined,
      });
    });
  const called = next();
  await connection.write(Uint8Array.of(5));
  expect(await called).toBe(6);
  const refused = next();
  await connection.write(Uint8Array.of(2, 0x41, 3, 0x42));
  expect(await refused).toBe(21);
  await connection.write(Uint8Array.of(4));
  expect(virtual.screen()).toEqual({ status: 'idle' });
});

test('the virtual Concert terminal runs as a program of its own', async () => {
  const path = new URL('../../../../hardware/terminal/virtual/concert/index.ts', import.meta.url);
  const child = fork(path.pathname, ['--port', '0', '--page-port', '0', '--mode', 'accept'], {
    silent: true,
  });
  closers.push(
    () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.disconnect();
      }),
  );
  const ready = await new Promise<{ port: number }>((resolve) => {
    child.once('message', (message) => resolve(message as { port: number }));
  });
  const outcome = await concertAt(ready.port).pay({ paymentId: 'one', amountCents: 100 });
  expect(outcome.status).toBe('paid');
});
