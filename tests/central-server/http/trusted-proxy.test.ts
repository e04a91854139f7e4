import { afterEach, expect, test } from 'vitest';

import type { Centre } from '#central/start.ts';
import { aCentre, post } from '#tests/world/centre.ts';

/** Tries of one address a minute (central-server/enrolment/route.ts). */
const TRIES = 10;
const VISITOR = '203.0.113.7';
const ANOTHER = '203.0.113.8';

let centre: Centre;
afterEach(() => centre.close());

async function tryFrom(visitor: string): Promise<number> {
  const { status } = await post(centre, '/enrol', {}, { 'x-forwarded-for': visitor });
  return status;
}

test('behind a proxy that is named, every visitor has tries of their own', async () => {
  centre = await aCentre({ now: () => 0, trustedProxy: '127.0.0.1' });
  for (let count = 0; count < TRIES; count += 1) expect(await tryFrom(VISITOR)).toBe(400);
  expect(await tryFrom(VISITOR)).toBe(429);
  expect(await tryFrom(ANOTHER)).toBe(400);
});

test('what a visitor says of their own address is not believed', async () => {
  centre = await aCentre({ now: () => 0, trustedProxy: '10.0.0.0/8' });
  for (let count = 0; count < TRIES; count += 1)
    expect(await tryFrom(`203.0.113.${count}`)).toBe(400);
  expect(await tryFrom(ANOTHER)).toBe(429);
});
