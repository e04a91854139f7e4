import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';

import type { Pepper } from './pepper.ts';

/** What one try costs: memory 128 × cost × blockSize bytes, time in proportion to `parallel`. */
export type PinCost = {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallel: number;
};

/**
 * 32 MB and 0.45 s a try when measured on a till's processor, the OWASP advice for scrypt. Argon2
 * is not there under Electron, whose BoringSSL lacks it.
 */
export const PIN_COST: PinCost = { cost: 2 ** 15, blockSize: 8, parallel: 3 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** Twice what the largest accepted cost needs: scrypt refuses to take more. */
const MEMORY_MAX_BYTES = 128 * 1_024 * 1_024;

/** `scrypt:PEPPER:COST:BLOCK:PARALLEL:SALT:KEY`. Takes a thread of the pool, never the main one. */
export async function hashPin(pin: string, pepper: Pepper, cost: PinCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(pepper.season(pin), salt, cost);
  return [
    'scrypt',
    pepper.id,
    cost.cost,
    cost.blockSize,
    cost.parallel,
    salt.toString('base64url'),
    key.toString('base64url'),
  ].join(':');
}

/** Whether this hash can be checked with this pepper at all. */
export function isHashOf(stored: string, pepper: Pepper): boolean {
  return stored.startsWith(`scrypt:${pepper.id}:`);
}

/** Whether `pin` is the one that was hashed, in the same time whatever the answer. */
export async function isPin(pin: string, stored: string, pepper: Pepper): Promise<boolean> {
  const [scheme, pepperId, cost, blockSize, parallel, salt = '', key = ''] = stored.split(':');
  if (scheme !== 'scrypt' || pepperId !== pepper.id) return false;
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(pepper.season(pin), Buffer.from(salt, 'base64url'), {
    cost: Number(cost),
    blockSize: Number(blockSize),
    parallel: Number(parallel),
  });
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function derive(secret: Buffer, salt: Buffer, { cost, blockSize, parallel }: PinCost) {
  const options: ScryptOptions = {
    cost,
    blockSize,
    parallelization: parallel,
    maxmem: MEMORY_MAX_BYTES,
  };
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, options, (fault, key) => {
      if (fault === null) resolve(key);
      else reject(fault);
    });
  });
}
