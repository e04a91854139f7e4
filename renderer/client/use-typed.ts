import { useEffect, useRef } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from './use-view.ts';

/**
 * Hears what a device of the store types without being a keyboard: a scanner, a bump bar. What it
 * typed before this screen was opened is not for it.
 */
export function useTyped(
  client: Client<StoreContract>,
  method: 'input.scans' | 'input.bump-keys',
  onText: (text: string) => void,
): void {
  const view = useView(client, method, {});
  const seen = useRef<number | undefined>(undefined);
  const heard = useRef(onText);
  const typed = view.status === 'ready' ? view.value : undefined;
  useEffect(() => {
    heard.current = onText;
  });
  useEffect(() => {
    if (typed === undefined) return;
    const newest = typed.at(-1)?.place ?? 0;
    // The node counts from its own start: a smaller number is a new node, and nothing was missed.
    const after = seen.current === undefined || newest < seen.current ? newest : seen.current;
    seen.current = newest;
    for (const { place, text } of typed) if (place > after) heard.current(text);
  }, [typed]);
}
