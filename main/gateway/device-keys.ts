import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import { writeWhole } from '../database/whole-file.ts';

const Key = z.string().min(20);
const Keys = z.object({ counter: Key, kitchen: Key, display: Key });
/** As written before there were customer displays. */
const OldKeys = Keys.partial({ display: true });
export type DeviceKeys = z.output<typeof Keys>;

const KEY_BYTES = 24;

/** The file of the keys is there and holds none; the screens were paired with what it held. */
export class UnreadableDeviceKeys extends Error {
  override readonly name = 'UnreadableDeviceKeys';
}

/**
 * The keys that pair a screen with this store node, one a role, made at the first start and kept
 * beside the database, readable by its owner only. A file that lacks the key of a role that came
 * later is completed; the others stay. Throws `UnreadableDeviceKeys`.
 */
export function deviceKeys(file: string): DeviceKeys {
  const known = existsSync(file) ? read(file) : undefined;
  if (known?.display !== undefined) return { ...known, display: known.display };
  const keys = { counter: fresh(), kitchen: fresh(), ...known, display: fresh() };
  writeWhole(file, JSON.stringify(keys));
  return keys;
}

function fresh(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

function read(file: string): z.output<typeof OldKeys> {
  const text = readFileSync(file, 'utf8');
  try {
    return OldKeys.parse(JSON.parse(text));
  } catch (cause) {
    throw new UnreadableDeviceKeys(`${file} does not hold the keys of screens`, { cause });
  }
}

/** The role of whoever holds this key; undefined for a stranger. */
export function roleWith(keys: DeviceKeys, given: unknown): keyof DeviceKeys | undefined {
  if (typeof given !== 'string') return undefined;
  const roles = ['counter', 'kitchen', 'display'] as const;
  return roles.find((role) => same(given, keys[role]));
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
