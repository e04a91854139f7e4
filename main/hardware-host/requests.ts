import type { ToHost } from '#hardware/host/messages.ts';

import type { RunningHost } from './keep-running.ts';

type Request = Extract<ToHost, { readonly id: number }>;
/** A request without its id, which is given when it leaves. */
export type Unnumbered = Request extends infer One
  ? One extends Request
    ? Omit<One, 'id'>
    : never
  : never;

/** What became of a request: answered; lost with the host; or surely never sent. */
export type Answer =
  | { readonly status: 'answered'; readonly value: unknown }
  | { readonly status: 'lost' }
  | { readonly status: 'not-sent' };

/** `signal` gives the wait up: the host ends its own wait, and answers. */
export type Ask = (request: Unnumbered, signal?: AbortSignal) => Promise<Answer>;

/** Requests before the host at once: a shop has a handful of devices, and each takes its turn. */
const WAITING_MAX = 500;

/** Sends each request once, ever, and tells what became of it. */
export function requestsTo(hostNow: () => RunningHost | undefined): {
  readonly ask: Ask;
  readonly answered: (id: number, value: unknown) => void;
  /** The host is gone with all that was before it. */
  readonly lost: () => void;
} {
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  return {
    async ask(request, signal) {
      const host = hostNow();
      if (host === undefined || waiting.size >= WAITING_MAX) return { status: 'not-sent' };
      if (!(await host.whenReady()) || signal?.aborted) return { status: 'not-sent' };
      lastId += 1;
      const id = lastId;
      const { promise, resolve } = Promise.withResolvers<Answer>();
      waiting.set(id, resolve);
      if (!host.post({ ...request, id } as Request)) {
        waiting.delete(id);
        return { status: 'not-sent' };
      }
      const giveUp = (): void => void host.post({ type: 'give-up', requestId: id });
      signal?.addEventListener('abort', giveUp, { once: true });
      return promise.finally(() => signal?.removeEventListener('abort', giveUp));
    },
    answered(id, value) {
      waiting.get(id)?.({ status: 'answered', value });
      waiting.delete(id);
    },
    lost() {
      const all = [...waiting.values()];
      waiting.clear();
      for (const tell of all) tell({ status: 'lost' });
    },
  };
}
