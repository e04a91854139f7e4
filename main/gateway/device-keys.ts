import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import type { Caller } from '#app/contract/contract.ts';

import { writeWhole } from '../database/whole-file.ts';

const Keys = z.object({ counter: z.string().min(20), kitchen: z.string().min(20) });
export type DeviceKeys = z.output<typeof Keys>;

const KEY_BYTES = 24;

/** The file of the keys is there and holds none; the screens were paired with what it held. */
export class UnreadableDeviceKeys extends Error {
  override readonly name = 'UnreadableDeviceKeys';
}

/**
 * The keys that pair a screen with this store node, one a role, made at the first start and kept
 * beside the database, readable by its owner only. Throws `UnreadableDeviceKeys`.
 */
export function deviceKeys(file: string): DeviceKeys {
  if (existsSync(file)) return read(file);
  const fresh = () => randomBytes(KEY_BYTES).toString('base64url');
  const keys = { counter: fresh(), kitchen: fresh() };
  writeWhole(file, JSON.stringify(keys));
  return keys;
}

function read(file: string): DeviceKeys {
  const text = readFileSync(file, 'utf8');
  try {
    return Keys.parse(JSON.parse(text));
  } catch (cause) {
    throw new UnreadableDeviceKeys(`${file} does not hold the keys of screens`, { cause });
  }
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
