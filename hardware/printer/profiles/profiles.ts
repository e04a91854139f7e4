import type { PrinterProfile } from '../profile.ts';
import { COMPATIBLE_PROFILES } from './compatible.ts';
import { EPSON_PROFILES } from './epson.ts';
import { STAR_PROFILES } from './star.ts';

/** Every model known, by the key that `PrinterConfiguration.profile` holds. */
export const PROFILES: Readonly<Record<string, PrinterProfile>> = {
  ...EPSON_PROFILES,
  ...STAR_PROFILES,
  ...COMPATIBLE_PROFILES,
};

/** The profile of a model; `undefined` for a key nobody knows. */
export function profileOf(id: string): PrinterProfile | undefined {
  return Object.hasOwn(PROFILES, id) ? PROFILES[id] : undefined;
}
