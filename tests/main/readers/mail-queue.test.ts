import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#tests/world/order-input.ts';
import { aStore, type StoreOfTest } from '#tests/world/store.ts';
import { type Till, tillOf } from '#tests/world/till.ts';

type Letter = { readonly to: string[]; readonly text: string };

let letters: Letter[];
let refuses: number | undefined;
let server: SMTPServer;
let store: StoreOfTest;
let till: Till;

beforeEach(async () => {
  letters = [];
  refuses = undefined;
  server = mailServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const mail = { smtp: `smtp://127.0.0.1:${port}`, from: 'ticket@ocpizza.example' };
  store = await aStore({ mail });
  till = tillOf(store);
});
afterEach(async () => {
  await store.remove();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
});

/** A mail server on loopback that keeps what it takes. */
function mailServer(): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (refuses === undefined) done();
      else done(Object.assign(new Error('no such mailbox'), { responseCode: refuses }));
    },
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (bytes: Buffer) => {
        text += bytes.toString();
      });
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
}

const ADDRESS = 'cliente@exemple.fr';

async function sold(): Promise<string> {
  return till.place({
    payment: { method: 'cash', paymentId: newId(), tenderedCents: 5_000 },
  });
}

describe('a receipt by e-mail', () => {
  test('leaves with the lines and the total, once, and the address is forgotten', async () => {
    const orderId = await sold();
    await till.ask('receipt.email', { orderId, address: ADDRESS });
    await expect.poll(() => letters.length).toBe(1);
    expect(letters[0]?.to).toEqual([ADDRESS]);
    expect(decoded(letters[0]?.text ?? '')).toMatch(/Reine/);
    await expect.poll(() => waiting()).toBe(0);
  });

  test('to a mailbox that does not exist is given up, and the address is forgotten all the same', async () => {
    refuses = 550;
    await till.ask('receipt.email', { orderId: await sold(), address: ADDRESS });
    await expect.poll(() => waiting()).toBe(0);
    expect(letters).toEqual([]);
  });

  test('while the server is busy is kept for later', async () => {
    refuses = 451;
    await till.ask('receipt.email', { orderId: await sold(), address: ADDRESS });
    await expect.poll(() => tries()).toBe(1);
    expect(waiting()).toBe(1);
  });

  test('is not offered where no mail server is configured', async () => {
    const plain = await aStore();
    const orderId = await tillOf(plain).place();
    expect(await tillOf(plain).refused('receipt.email', { orderId, address: ADDRESS })).toBe(
      'receipt.no-mail',
    );
    await plain.remove();
  });
});

function waiting(): number {
  return Number(readFile('select count(*) as found from outgoing_mail'));
}

function tries(): number {
  return Number(readFile('select max(tries) as found from outgoing_mail'));
}

/** Read from the file by a connection of its own, as anybody with the disk could. */
function readFile(statement: string): unknown {
  const file = new Database(join(store.folder, 'store.sqlite'), { readonly: true });
  const row = file.prepare(statement).get() as { found: unknown };
  file.close();
  return row.found;
}

/** Quoted-printable, as far as the words that are looked for need it. */
function decoded(text: string): string {
  return text.replaceAll('=\r\n', '');
}
