import { useCallback, useEffect, useRef, useState } from 'react';

import type { Client, Contract, Input, LinkState, Output } from '#app/contract/contract.ts';
import type { Refusal } from '#app/lib/result.ts';

export type View<T> =
  | { readonly status: 'waiting' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'refused'; readonly refusal: Refusal };

/**
 * Asks for a view, and again whenever one of the topics it reads has changed or the link is back.
 * While it asks again the last value stays, so nothing flickers. Answers that arrive out of order
 * are dropped.
 */
export function useView<C extends Contract, K extends keyof C & string>(
  client: Client<C>,
  method: K,
  input: Input<C, K>,
): View<Output<C, K>> {
  const [view, setView] = useState<View<Output<C, K>>>({ status: 'waiting' });
  const lastAsked = useRef(0);
  const lastShown = useRef(0);
  const key = JSON.stringify(input);

  const ask = useCallback(async () => {
    lastAsked.current += 1;
    const asked = lastAsked.current;
    const result = await client.request(method, JSON.parse(key) as Input<C, K>);
    // Older than what is shown: dropped. Newer answers are shown even while another is on its way.
    if (asked <= lastShown.current) return;
    lastShown.current = asked;
    if (result.ok) {
      setView({ status: 'ready', value: result.value });
      return;
    }
    const { refusal } = result;
    setView((before) => (before.status === 'ready' ? before : { status: 'refused', refusal }));
  }, [client, method, key]);

  useEffect(() => {
    const topics = client.contract[method]?.reads ?? [];
    const offChanged = client.onChanged((changed) => {
      if (changed.some((topic) => topics.includes(topic))) void ask();
    });
    const offLink = client.onLink((state) => {
      if (state.status === 'up') void ask();
    });
    return () => {
      offChanged();
      offLink();
    };
  }, [client, method, ask]);

  return view;
}

/** Whether the node behind the screen answers, and since when it does not. */
export function useLink<C extends Contract>(client: Client<C>): LinkState {
  const [state, setState] = useState<LinkState>({ status: 'up' });
  useEffect(() => client.onLink(setState), [client]);
  return state;
}
