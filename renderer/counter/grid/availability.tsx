import { createContext, type ReactNode, useContext, useMemo } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import {
  type Availability,
  availability,
  type Unavailable,
} from '#app/domain/menu/availability.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import type { Channel, Menu, Mode } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import { assert } from '#app/lib/assert.ts';

import { useView } from '../../client/use-view.ts';
import { useNow } from '../../ui/time/now.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { useStoreStatus } from '../store-status.tsx';
import type { CounterText } from '../text.ts';

export type SoldOut = Output<StoreContract, 'menu.sold-outs'>[number];
const NONE: readonly SoldOut[] = [];
/** Hours of sale begin and end on the minute. */
const MOMENT_STEP_MS = 60_000;

const AvailabilityContext = createContext<Availability | undefined>(undefined);
const SoldOutContext = createContext<readonly SoldOut[]>(NONE);

/** What can be sold here and now, worked out once for the whole screen. */
export function AvailabilityProvider({
  client,
  menu,
  mode,
  channel,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly mode: Mode;
  readonly channel: Channel;
  readonly children: ReactNode;
}) {
  const view = useView(client, 'menu.sold-outs', {});
  const soldOuts = view.status === 'ready' ? view.value : NONE;
  const { status } = useStoreStatus();
  const nowMs = useNow(MOMENT_STEP_MS);
  const storeId = status?.storeId;
  const zone = status?.zone ?? 'Europe/Paris';
  // Without restrictions by the hour the minute changes nothing: the grid keeps its tiles.
  const minute = menu.restrictions.length === 0 ? 0 : nowMs;
  const value = useMemo(() => {
    const at = minute === 0 ? undefined : momentOf(new Date(minute).toISOString(), zone);
    return availability({ menu, soldOuts, storeId, channel, mode, at });
  }, [menu, soldOuts, storeId, channel, mode, minute, zone]);
  return (
    <SoldOutContext value={soldOuts}>
      <AvailabilityContext value={value}>{children}</AvailabilityContext>
    </SoldOutContext>
  );
}

export function useAvailability(): Availability {
  const value = useContext(AvailabilityContext);
  assert(value !== undefined, 'availability is asked inside its provider');
  return value;
}

export function useSoldOuts(): readonly SoldOut[] {
  return useContext(SoldOutContext);
}

/** On a tile in place of its price, and what is said when it is pressed. */
export type OutWords = {
  readonly word: string;
  readonly reason: string;
  /** The same without the name, where the name stands beside it. */
  readonly because: string;
};

export function outWords(
  menu: Menu,
  text: CounterText,
  name: string,
  { why, until, ingredientId }: Unavailable,
): OutWords {
  const word = why === 'sold-out' ? text.soldOut : text.notNow;
  const ingredient = indexOf(menu).ingredients.get(ingredientId ?? '')?.name;
  const said = because(text, { why, until, ingredient });
  return { word, reason: text.soldOutBecause(name, said), because: said };
}

function because(
  text: CounterText,
  {
    why,
    until,
    ingredient,
  }: { why: Unavailable['why']; until: string | undefined; ingredient: string | undefined },
): string {
  if (why !== 'sold-out') return text.notSoldNow;
  if (ingredient !== undefined) return text.missesIngredient(ingredient);
  return until === undefined ? text.outToday : text.outUntil(clockText(until));
}
