import type { CallDesk, Heard } from '../source.ts';
import { pollOf } from './events.ts';

/** The server holds a question open for about a minute; a line that is cut holds it for ever. */
const POLL_MS = 90_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 60_000;
/** A server that answers at once with nothing is not asked without end. */
const PAUSE_MS = 250;
/** The end of ringing is told just before that somebody answered. */
const ANSWER_WAIT_MS = 2_000;
const ANSWER_BYTES_MAX = 1_000_000;

const REFUSED = {
  status: 'trouble',
  detail: 'L’opérateur refuse notre jeton',
  action: 'Refaire le jeton chez l’opérateur et le saisir dans les réglages',
} as const;
const UNREACHABLE = {
  status: 'trouble',
  detail: 'L’opérateur téléphonique est injoignable',
  action: 'Vérifier la connexion à Internet',
} as const;

/**
 * Asks an operator for its events, again and again (OVHcloud's CTI). The token stands in the address
 * or is the source's secret. The answer ends it.
 */
export function startLongPoll(url: string, desk: CallDesk): () => Promise<void> {
  const closing = new AbortController();
  const endings = endingsAfterAnswers(desk);
  const running = follow(url, desk, closing.signal, endings.tell);
  return async () => {
    closing.abort();
    await running;
    endings.close();
  };
}

async function follow(
  url: string,
  desk: CallDesk,
  signal: AbortSignal,
  tell: (heard: Heard) => void,
): Promise<void> {
  let session: string | undefined;
  let failures = 0;
  while (!signal.aborted) {
    const answer = await ask(() => addressOf(url, desk.secret(), session), signal);
    if (signal.aborted) return;
    if (answer.status === 'told') {
      failures = 0;
      session = answer.poll.session ?? session;
      desk.board.set({ status: 'ready' });
      for (const call of answer.poll.calls) tell(call);
    } else if (answer.status === 'failed') {
      failures += 1;
      session = undefined;
      desk.log.warn({ detail: answer.detail }, 'operator events not read');
      desk.board.set(answer.isRefused ? REFUSED : UNREACHABLE);
    } else failures = 0;
    const retryMs = Math.min(RETRY_FIRST_MS * 2 ** (failures - 1), RETRY_MAX_MS);
    await pause(failures === 0 ? PAUSE_MS : retryMs, desk, signal);
  }
}

type Answer =
  | { readonly status: 'told'; readonly poll: NonNullable<ReturnType<typeof pollOf>> }
  /** No answer for longer than any server waits: asked again. */
  | { readonly status: 'quiet' }
  | { readonly status: 'failed'; readonly isRefused: boolean; readonly detail: string };

async function ask(address: () => string, closing: AbortSignal): Promise<Answer> {
  const patience = AbortSignal.timeout(POLL_MS);
  try {
    const response = await fetch(address(), { signal: AbortSignal.any([closing, patience]) });
    if (!response.ok) {
      await response.body?.cancel();
      const isRefused = [401, 403, 404].includes(response.status);
      return { status: 'failed', isRefused, detail: `HTTP ${response.status}` };
    }
    const text = await response.text();
    if (text.trim() === '') return { status: 'told', poll: { calls: [] } };
    const poll = text.length > ANSWER_BYTES_MAX ? undefined : pollOf(JSON.parse(text));
    if (poll !== undefined) return { status: 'told', poll };
    return { status: 'failed', isRefused: false, detail: 'not an answer we know' };
  } catch (fault) {
    if (patience.aborted) return { status: 'quiet' };
    return { status: 'failed', isRefused: false, detail: String(fault) };
  }
}

function addressOf(url: string, secret: string | undefined, session: string | undefined): string {
  const address = new URL(url);
  if (secret !== undefined && !address.searchParams.has('token')) {
    address.searchParams.set('token', secret);
  }
  if (session !== undefined) address.searchParams.set('session', session);
  return address.href;
}

function pause(delayMs: number, { timers }: CallDesk, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timers.after(delayMs, done);
    function done(): void {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}

/** Holds the end of a call back for a moment: "answered" may follow "no longer rings". */
function endingsAfterAnswers({ tell, timers }: CallDesk): {
  readonly tell: (heard: Heard) => void;
  readonly close: () => void;
} {
  const waiting = new Map<string, () => void>();
  return {
    tell(heard) {
      const { sourceCallId, kind } = heard;
      waiting.get(sourceCallId)?.();
      waiting.delete(sourceCallId);
      if (kind !== 'ended') {
        tell(heard);
        return;
      }
      const cancel = timers.after(ANSWER_WAIT_MS, () => {
        waiting.delete(sourceCallId);
        tell(heard);
      });
      waiting.set(sourceCallId, cancel);
    },
    close() {
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
    },
  };
}
