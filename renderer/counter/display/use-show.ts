import { useEffect, useRef } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { IDLE, type Shown } from './shown.ts';

/** Ten times a second: nobody reads faster, and a tap on the till always comes first. */
const SHOW_EVERY_MS = 100;

/**
 * Tells the customer display of this till, after the paint and at most ten times a second; the last
 * one always is. `make` is called only when something may be sent; undefined leaves what is shown. What
 * goes wrong is left to the next.
 */
export function useShow(client: Client<StoreContract>, make: () => Shown | undefined): void {
  const sent = useRef<string | undefined>(undefined);
  const lastAtMs = useRef(0);
  useEffect(() => {
    const waitMs = Math.max(0, lastAtMs.current + SHOW_EVERY_MS - performance.now());
    const timer = window.setTimeout(() => {
      const shown = make();
      if (shown === undefined) return;
      const text = JSON.stringify(shown);
      if (text === sent.current) return;
      sent.current = text;
      lastAtMs.current = performance.now();
      void client.request('display.show', shown).then((result) => {
        if (!result.ok) sent.current = undefined;
      });
    }, waitMs);
    return () => window.clearTimeout(timer);
  }, [client, make]);
}

/** Whoever leaves the till leaves nobody's order on the screen of the next customer. */
export function useIdleAfter(client: Client<StoreContract>): void {
  useEffect(() => () => void client.request('display.show', IDLE), [client]);
}
