import type { Doer } from './events.ts';

/** Who does it, as written in an entry: nothing where nothing is known. */
export function doerOf({ by, device, grantedBy }: Doer): Doer {
  return {
    by,
    ...(device === undefined ? {} : { device }),
    ...(grantedBy === undefined ? {} : { grantedBy }),
  };
}
