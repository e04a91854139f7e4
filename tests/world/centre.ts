import { once } from 'node:events';

import { io } from 'socket.io-client';
import { expect } from 'vitest';

import type { Result } from '#app/lib/result.ts';
import { enrol } from '#central/enrolment/codes.ts';
import { openLog } from '#central/log.ts';
import { type Centre, type CentreOptions, startCentre } from '#central/start.ts';

import { aKey, type TillKey } from './centre/link.ts';
import { aDatabase } from './postgres.ts';

export const HEAD_OFFICE = { email: 'siege@ocpizza.example', password: 'quatre-fromages' };

/** A centre on a database of its own, with the demonstration chain. Close it. */
export async function aCentre(
  options: Pick<CentreOptions, 'now' | 'databaseUrl' | 'trustedProxy'> = {},
): Promise<Centre> {
  const { now, databaseUrl = await aDatabase(), trustedProxy } = options;
  return startCentre({
    data: '',
    databaseUrl,
    trustedProxy,
    demonstration: true,
    headOffice: HEAD_OFFICE,
    screens: 'tests/world/no-screens',
    log: openLog('silent'),
    ...(now === undefined ? {} : { now }),
  });
}

/** Makes a new key the key of a store. */
export async function enrolled(
  centre: Centre,
  storeId: string,
  now: () => number = Date.now,
): Promise<TillKey> {
  const key = aKey();
  const code = await centre.issueCode(storeId);
  const outcome = await enrol(centre.database, { code, publicKey: key.publicKey }, now);
  expect(outcome).toMatchObject({ ok: true, value: { storeId } });
  return key;
}

export function post(
  { url }: { readonly url: string },
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Signs head office in; answers the cookie. */
export async function signedIn(centre: Centre): Promise<string> {
  const answer = await post(centre, '/sign-in', HEAD_OFFICE);
  expect(answer.status).toBe(200);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** A screen of head office, connected as a browser would. Rejects with the reason of a refusal. */
export async function aScreen(
  centre: Centre,
  headers: Readonly<Record<string, string>> = {},
): Promise<Screen> {
  const socket = io(centre.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: centre.url, ...headers },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    request: (method, input) => socket.timeout(5_000).emitWithAck('request', method, input),
    changed: async () => (await once(socket as never, 'changed'))[0] as readonly string[],
    closed: new Promise((resolve) => socket.once('disconnect', resolve)),
    close: () => void socket.disconnect(),
  };
}

export type Screen = {
  readonly request: (method: unknown, input: unknown) => Promise<Result<unknown>>;
  readonly changed: () => Promise<readonly string[]>;
  readonly closed: Promise<unknown>;
  readonly close: () => void;
};
