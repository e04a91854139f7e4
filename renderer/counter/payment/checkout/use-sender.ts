import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { Client, Input, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Refusal, Result } from '#app/lib/result.ts';

import { useReadNow } from '../../../ui/time/now.tsx';
import { sendUntilAnswered, type Unanswered } from './send-until-answered.ts';

/** What the command under way is doing. `sinceMs`: when it was first sent, since 1970. */
export type SendState =
  | { readonly status: 'idle'; readonly refusal?: Refusal }
  | { readonly status: 'sending'; readonly sinceMs: number; readonly unanswered?: Unanswered };

export type Sender = {
  readonly state: SendState;
  /** Sends one command at a time: a second press while one is under way does nothing. */
  readonly send: <K extends keyof StoreContract>(
    method: K,
    input: Input<StoreContract, K>,
  ) => Promise<Result<Output<StoreContract, K>> | undefined>;
  /** Gives up a command that never left. */
  readonly abandon: () => void;
  /** The refusal was read. */
  readonly forget: () => void;
};

export function useSender(client: Client<StoreContract>): Sender {
  const readNow = useReadNow();
  const [state, setState] = useState<SendState>({ status: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);

  useEffect(
    () => () => {
      running.current?.abort();
      running.current = undefined;
    },
    [],
  );

  const send = useCallback<Sender['send']>(
    async (method, input) => {
      if (running.current !== undefined) return undefined;
      const controller = new AbortController();
      running.current = controller;
      const sinceMs = readNow();
      setState({ status: 'sending', sinceMs });
      const result = await sendUntilAnswered({
        client,
        method,
        input,
        signal: controller.signal,
        onUnanswered: (unanswered) => setState({ status: 'sending', sinceMs, unanswered }),
      });
      if (controller.signal.aborted) return undefined;
      running.current = undefined;
      setState(result.ok ? { status: 'idle' } : { status: 'idle', refusal: result.refusal });
      return result;
    },
    [client, readNow],
  );
  const abandon = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState({ status: 'idle' });
  }, []);
  const forget = useCallback(
    () => setState((before) => (before.status === 'idle' ? { status: 'idle' } : before)),
    [],
  );
  return useMemo(() => ({ state, send, abandon, forget }), [state, send, abandon, forget]);
}
