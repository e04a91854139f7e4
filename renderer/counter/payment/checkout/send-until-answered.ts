import type { Client, Contract, Input, Output } from '#app/contract/contract.ts';
import { type Result, refuse } from '#app/lib/result.ts';

/** Between two tries when the node is there but did not answer in time. */
const RETRY_DELAY_MS = 1_000;
/** Hours of tries; then the person is told. */
const TRIES_MAX = 10_000;

/** A request that was not answered: `maybe` it was carried out all the same. */
export type Unanswered = 'never-sent' | 'maybe-sent';

/**
 * Sends a command until the node answers it, always with the same identifiers, so that it is carried
 * out once however often it is sent. `onUnanswered` hears of each try in vain. An abort ends it with
 * `link.down`.
 */
export async function sendUntilAnswered<C extends Contract, K extends keyof C & string>({
  client,
  method,
  input,
  signal,
  onUnanswered,
}: {
  readonly client: Client<C>;
  readonly method: K;
  readonly input: Input<C, K>;
  readonly signal: AbortSignal;
  readonly onUnanswered: (unanswered: Unanswered) => void;
}): Promise<Result<Output<C, K>>> {
  let unanswered: Unanswered = 'never-sent';
  for (let tries = 0; tries < TRIES_MAX && !signal.aborted; tries += 1) {
    const result = await requestOnce(client, method, input);
    if (result.ok || !isLinkCode(result.refusal.code)) return result;
    if (result.refusal.code !== 'link.down') unanswered = 'maybe-sent';
    onUnanswered(unanswered);
    await untilWorthTrying(client, signal);
  }
  return refuse({ code: 'link.down' });
}

/** The bridge of the shell rejects when the node ends in the middle of a request. */
async function requestOnce<C extends Contract, K extends keyof C & string>(
  client: Client<C>,
  method: K,
  input: Input<C, K>,
): Promise<Result<Output<C, K>>> {
  try {
    return await client.request(method, input);
  } catch {
    // Whether it was carried out is not known: the same as no answer, and asked again.
    return refuse({ code: 'link.no-answer' });
  }
}

function isLinkCode(code: string): boolean {
  return code.startsWith('link.');
}

/** Until the link comes up after having been down, or the delay has passed with the link up. */
async function untilWorthTrying<C extends Contract>(
  client: Client<C>,
  signal: AbortSignal,
): Promise<void> {
  await new Promise<void>((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let off: () => void = () => undefined;
    let wasDown = false;
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      off();
      resolve();
    };
    signal.addEventListener('abort', done);
    off = client.onLink((state) => {
      clearTimeout(timer);
      if (state.status !== 'up') wasDown = true;
      else timer = setTimeout(done, wasDown ? 0 : RETRY_DELAY_MS);
    });
    if (signal.aborted) done();
  });
}
