import { createHash } from 'node:crypto';

import type { DeviceKeys } from './device-keys.ts';

type ScreenRole = keyof DeviceKeys;

const PREFIX: Readonly<Record<ScreenRole, string>> = {
  counter: 'till',
  kitchen: 'kitchen',
  display: 'display',
};

/** What a screen makes for itself and keeps: at least 128 bits in base64url. */
const SECRET = /^[\w-]{22,64}$/;
/** 80 bits in hexadecimal: nobody finds another secret of the same name. */
const NAME_LETTERS = 20;

/**
 * The name of the screen that holds this secret: `till-3f9c…`. Whoever knows the name of another
 * screen cannot become it: the name follows from the secret and not the secret from the name, and
 * only the screen itself has the secret. Undefined for what is no secret.
 */
export function deviceName(role: ScreenRole, secret: unknown): string | undefined {
  if (typeof secret !== 'string' || !SECRET.test(secret)) return undefined;
  const digest = createHash('sha256').update(secret).digest('hex');
  return `${PREFIX[role]}-${digest.slice(0, NAME_LETTERS)}`;
}
