import { afterEach, beforeEach, expect, test } from 'vitest';

import { tcpPrinter } from '#hardware/printer/device.ts';
import { EPSON_80 } from '#hardware/printer/profile.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { caisseApOnTcp } from '#hardware/terminal/caisse-ap/device.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';

import { until } from '../until.ts';

let printer: VirtualPrinter;
let terminal: VirtualTerminal;

const now = (): string => new Date().toISOString();

beforeEach(async () => {
  printer = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0 });
  terminal = await startVirtualTerminal({ name: 'Essai', port: 0, pagePort: 0 });
});

afterEach(async () => {
  await Promise.all([printer.close(), terminal.close()]);
});

function ask(port: number, path: string, body?: object): Promise<Response> {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return fetch(`http://127.0.0.1:${port}${path}`, body === undefined ? {} : post);
}

async function printOne(text: string): Promise<void> {
  const driver = tcpPrinter({ host: '127.0.0.1', port: printer.port, profile: EPSON_80, now });
  await driver.print({ jobId: text, blocks: [{ type: 'text', text }, { type: 'cut' }] });
  await driver.close();
}

test('a printed receipt is on the page of the printer, as text and as an image', async () => {
  await printOne('Reine <M> & Cie');
  const [receipt] = await (await ask(printer.pagePort, '/receipts')).json();
  expect(receipt).toMatchObject({ text: 'Reine <M> & Cie', isComplete: true });
  const image = await ask(printer.pagePort, `/receipts/${receipt.id}.svg`);
  expect(image.headers.get('content-type')).toBe('image/svg+xml');
  expect(await image.text()).toContain('&#60;M&#62;');
});

test('an open page hears of a receipt without asking again', async () => {
  const stream = await ask(printer.pagePort, '/events');
  const lines = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await printOne('suivi');
  let heard = '';
  while (!heard.includes('"id":1')) heard += (await lines?.read())?.value ?? '';
  await lines?.cancel();
  expect(heard).toContain('data: {"name":"Essai"');
});

test('a fault is set from the page and shown on it', async () => {
  expect((await ask(printer.pagePort, '/fault', { kind: 'cover-open' })).status).toBe(200);
  const state = await (await ask(printer.pagePort, '/state')).json();
  expect(state.fault).toEqual({ kind: 'cover-open' });
});

test('a fault that does not exist, and a form of another site, are refused', async () => {
  expect((await ask(printer.pagePort, '/fault', { kind: 'fire' })).status).toBe(400);
  const form = await fetch(`http://127.0.0.1:${printer.pagePort}/fault`, {
    method: 'POST',
    body: '{"kind":"off"}',
  });
  expect(form.status).toBe(400);
  expect((await ask(printer.pagePort, '/receipts/../index.ts')).status).toBe(404);
});

test('the keys on the page of the terminal answer the till', async () => {
  expect((await ask(terminal.pagePort, '/answer', { answer: 'accept' })).status).toBe(400);
  const till = caisseApOnTcp({ host: '127.0.0.1', port: terminal.port, tillNumber: '01', now });
  const paying = till.pay({ paymentId: 'p', amountCents: 2580 });
  await until(terminal.onChange, () => terminal.screen().status === 'waiting');
  expect((await ask(terminal.pagePort, '/answer', { answer: 'accept' })).status).toBe(200);
  expect(await paying).toMatchObject({ status: 'paid' });
  const journal = await (await ask(terminal.pagePort, '/transactions')).json();
  expect(journal).toMatchObject([{ amountCents: 2580, result: 'paid', isAnswered: true }]);
  await till.close();
});

test('the behaviour of the terminal is changed from its page', async () => {
  await ask(terminal.pagePort, '/mode', { mode: 'refuse', delayMs: 0 });
  const till = caisseApOnTcp({ host: '127.0.0.1', port: terminal.port, tillNumber: '01', now });
  expect(await till.pay({ paymentId: 'p', amountCents: 2580 })).toMatchObject({
    status: 'declined',
  });
  await till.close();
});
