import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../client/use-view.ts';
import { useReadNow } from '../../ui/time/now.tsx';
import {
  type Beginning,
  type ExerciseId,
  isMistake,
  isPassed,
  type Seen,
  stepsOf,
  takenSince,
} from './exercises.ts';

type Running = Beginning & { readonly exercise: ExerciseId };
type Ended = { readonly exercise: ExerciseId; readonly seconds: number; readonly errors: number };

export type ExerciseState = {
  readonly running: (Running & { readonly steps: ReturnType<typeof stepsOf> }) | undefined;
  /** The one that was just passed. */
  readonly ended: Ended | undefined;
  readonly start: (exercise: ExerciseId) => void;
  readonly stop: () => void;
  /** The client to work with while training: what the node refuses counts as an error. */
  readonly client: Client<StoreContract>;
};

const SECOND_MS = 1_000;

/** Runs one exercise: watches the training world until its steps are done, then reports it. */
export function useExercise(client: Client<StoreContract>): ExerciseState {
  const readNow = useReadNow();
  const [running, setRunning] = useState<Running | undefined>(undefined);
  const [ended, setEnded] = useState<Ended | undefined>(undefined);
  const errors = useRef(0);
  const counting = useMemo(() => countingErrors(client, errors), [client]);
  const board = useView(client, 'order.board', {});
  const all = board.status === 'ready' ? board.value : NO_ORDERS;
  const seen = useSeen(client, all, running);
  const hasPassed = running !== undefined && isPassed(running.exercise, seen);

  useEffect(() => {
    if (!hasPassed || running === undefined) return;
    const { exercise, sinceMs } = running;
    const seconds = Math.max(1, Math.round((readNow() - sinceMs) / SECOND_MS));
    const result = { exercise, seconds, errors: errors.current };
    setRunning(undefined);
    setEnded(result);
    void client.request('training.report', { ...result, isPassed: true });
  }, [hasPassed, running, client, readNow]);

  const start = useCallback(
    (exercise: ExerciseId) => {
      errors.current = 0;
      setEnded(undefined);
      const orderIds = new Set(all.map(({ orderId }) => orderId));
      setRunning({ exercise, sinceMs: readNow(), orderIds });
      if (exercise === 'known-call') void client.request('training.ring', {});
    },
    [client, readNow, all],
  );
  const stop = useCallback(() => {
    setRunning(undefined);
    setEnded(undefined);
  }, []);
  return {
    running: running && { ...running, steps: stepsOf(running.exercise, seen) },
    ended,
    start,
    stop,
    client: counting,
  };
}

const NO_ORDERS: Seen['orders'] = [];
const NOTHING: Seen = { orders: NO_ORDERS, newest: undefined };
const NO_ORDER = '00000000-0000-7000-8000-000000000000';

function useSeen(
  client: Client<StoreContract>,
  all: Seen['orders'],
  running: Running | undefined,
): Seen {
  const orders = running === undefined ? NO_ORDERS : takenSince(all, running);
  const newestId = orders.at(-1)?.orderId ?? NO_ORDER;
  const detail = useView(client, 'order.detail', { orderId: newestId });
  if (running === undefined) return NOTHING;
  const newest =
    detail.status === 'ready' && detail.value.orderId === newestId ? detail.value : undefined;
  return { orders, newest };
}

/** Counts what the node refuses to the learner. */
function countingErrors(
  client: Client<StoreContract>,
  errors: { current: number },
): Client<StoreContract> {
  return {
    ...client,
    async request(method, input) {
      const result = await client.request(method, input);
      const isView = 'reads' in client.contract[method];
      if (!result.ok && !isView && isMistake(method, result.refusal.code)) errors.current += 1;
      return result;
    },
  };
}
