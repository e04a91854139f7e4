import { createHmac, hash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import { writeWhole } from '../../database/whole-file.ts';

const PEPPER_BYTES = 32;

const PepperFile = z.strictObject({ pepper: z.string().min(40) });

/** The secret of this store in every PIN: without it, a copy of the database tells nothing. */
export type Pepper = {
  /** Tells a hash made with another pepper. */
  readonly id: string;
  readonly season: (pin: string) => Buffer;
};

/** The file is there and holds none; every PIN was hashed with what it held. */
export class UnreadablePepper extends Error {
  override readonly name = 'UnreadablePepper';
}

/**
 * The pepper of a store, made at the first start and kept beside the keys of its screens, readable
 * by its owner only. Throws `UnreadablePepper`, or what the file system says.
 */
export function openPepper(file: string): Pepper {
  const secret = existsSync(file) ? read(file) : create(file);
  return {
    id: hash('sha256', secret, 'base64url').slice(0, 8),
    season: (pin) => createHmac('sha256', secret).update(pin).digest(),
  };
}

function create(file: string): Buffer {
  const pepper = randomBytes(PEPPER_BYTES);
  writeWhole(file, JSON.stringify({ pepper: pepper.toString('base64url') }));
  return pepper;
}

function read(file: string): Buffer {
  try {
    const { pepper } = PepperFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    return Buffer.from(pepper, 'base64url');
  } catch (cause) {
    throw new UnreadablePepper(`${file} does not hold the pepper of the PINs`, { cause });
  }
}
