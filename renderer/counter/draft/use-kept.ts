import { useMemo } from 'react';

import { useSession } from '../../ui/session/session.tsx';

/** What the counter keeps on this device so that a reload or a power cut loses nothing. */
type KeptName = 'drafts' | 'sending' | 'last-sale';

export type Kept = {
  readonly read: (name: KeptName) => string | null;
  readonly write: (name: KeptName, text: string) => void;
  readonly remove: (name: KeptName) => void;
};

/**
 * The real shop and the one to practise in keep apart: an order of a customer is never on the screen
 * of an exercise, and one of an exercise is never sent to the kitchen.
 */
export function keptIn(world: 'counter' | 'training', storage: Storage): Kept {
  const key = (name: KeptName) => `oc-pizza.${world}.${name}`;
  return {
    read: (name) => storage.getItem(key(name)),
    write: (name, text) => storage.setItem(key(name), text),
    remove: (name) => storage.removeItem(key(name)),
  };
}

/** Of the world that the till is in. */
export function useKept(): Kept {
  const { isTraining } = useSession().session;
  return useMemo(
    () => keptIn(isTraining ? 'training' : 'counter', window.localStorage),
    [isTraining],
  );
}
