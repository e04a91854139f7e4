import type { Channel, Mode } from '../menu.ts';

/** Where something is sold or given. Each one absent or empty: everywhere. */
export type Reach = {
  readonly storeIds?: readonly string[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly modes?: readonly Mode[] | undefined;
};

/** Where a sale takes place. A store that is not known is none of those named. */
export type Place = {
  readonly storeId?: string | undefined;
  readonly channel: Channel;
  readonly mode: Mode;
};

export function reaches(reach: Reach, place: Place): boolean {
  return (
    isAmong(reach.storeIds, place.storeId) &&
    isAmong(reach.channels, place.channel) &&
    isAmong(reach.modes, place.mode)
  );
}

/** What names nothing means everything. */
export function isAmong(named: readonly string[] | undefined, one: string | undefined): boolean {
  return named === undefined || named.length === 0 || (one !== undefined && named.includes(one));
}
