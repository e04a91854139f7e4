import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { z } from 'zod';

import type { Caller } from '#app/contract/contract.ts';

const Keys = z.object({ counter: z.string().min(20), kitchen: z.string().min(20) });
export type DeviceKeys = z.output<typeof Keys>;

const KEY_BYTES = 24;

/**
 * The keys that pair a screen with this store node, one a role, made at the first start and kept
 * beside the database, readable by its owner only.
 */
export function deviceKeys(file: string): DeviceKeys {
  if (existsSync(file)) return Keys.parse(JSON.parse(readFileSync(file, 'utf8')));
  const fresh = () => randomBytes(KEY_BYTES).toString('base64url');
  const keys = { counter: fresh(), kitchen: fresh() };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/** Who holds this key; undefined for a stranger. */
export function callerWith(keys: DeviceKeys, given: unknown): Caller | undefined {
  if (typeof given !== 'string') return undefined;
  if (same(given, keys.counter)) return { role: 'counter', name: 'counter' };
  if (same(given, keys.kitchen)) return { role: 'kitchen', name: 'kitchen' };
  return undefined;
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
