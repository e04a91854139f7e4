import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';

import { createTicker, type Ticker } from './ticker.ts';

const TickerContext = createContext<Ticker | undefined>(undefined);

export function NowProvider({ children }: { readonly children: ReactNode }) {
  const [ticker] = useState(() => createTicker(() => Date.now()));
  useEffect(() => () => ticker.close(), [ticker]);
  return <TickerContext value={ticker}>{children}</TickerContext>;
}

function useTicker(): Ticker {
  const ticker = useContext(TickerContext);
  if (ticker === undefined) throw new Error('time is asked outside <Screen>');
  return ticker;
}

/**
 * The instant in milliseconds since 1970, rounded down to `stepMs`. Only the component that calls
 * it renders at a tick, so call it in the smallest one that shows time.
 */
export function useNow(stepMs: number): number {
  const ticker = useTicker();
  const subscribe = useCallback(
    (listener: () => void) => ticker.subscribe(stepMs, listener),
    [ticker, stepMs],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(ticker.nowMs() / stepMs) * stepMs);
}

/** Reads the instant without following it, for code that acts (`startedAt`, a new identifier). */
export function useReadNow(): () => number {
  return useTicker().nowMs;
}

/** Converts what was read on the clock of the device, for a difference with `useNow`. */
export function useOfDevice(): (deviceMs: number) => number {
  return useTicker().ofDevice;
}

/** Takes the clock of the node, as its views give it (ISO 8601, UTC). */
export function useNodeClock(nodeNow: string | undefined): void {
  const ticker = useTicker();
  useEffect(() => {
    if (nodeNow !== undefined) ticker.follow(Date.parse(nodeNow));
  }, [ticker, nodeNow]);
}
