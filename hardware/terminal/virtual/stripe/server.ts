import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { closeServer, listen, portOf } from '../../../virtual/listen.ts';
import { type Answer, type Parameters, refusal, StripeAccount } from './account.ts';

/** What the servers, the reader and the customer do. */
export type StripeMode =
  | 'accept'
  | 'refuse'
  /** A person decides. */
  | 'manual'
  /** The reader is off the network. */
  | 'offline'
  /** Each request that changes something is refused with 503 the first time its key comes. */
  | 'unavailable-once'
  /** Everything is refused with 503. */
  | 'unavailable'
  /** The reader is told, and the answer is lost each time. */
  | 'lost-answer'
  /** Nothing is ever answered. */
  | 'mute';

export type VirtualStripe = {
  /** `http://127.0.0.1:…`. */
  readonly address: string;
  readonly account: StripeAccount;
  readonly setMode: (mode: StripeMode) => void;
  readonly decide: StripeAccount['decide'];
  /** Each request that came, in order: `POST /v1/payment_intents`. */
  readonly requests: () => readonly string[];
  /** Called after each request that changed something. The answer ends it. */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
};

type Context = {
  readonly account: StripeAccount;
  readonly secretKey: string;
  /** What was answered under each idempotency key. */
  readonly answered: Map<string, { readonly body: string; readonly answer: Answer }>;
  readonly refusedOnce: Set<string>;
  mode: StripeMode;
};

const BODY_MAX = 10_000;

/** Stripe's servers and one reader, on a real socket; only what a till asks of them. */
export async function startVirtualStripe(options: {
  readonly readerId: string;
  readonly secretKey: string;
  readonly port?: number;
  readonly mode?: StripeMode;
}): Promise<VirtualStripe> {
  const requests: string[] = [];
  const listeners = new Set<() => void>();
  const context: Context = {
    account: new StripeAccount({ readerId: options.readerId, now: () => Date.now() }),
    secretKey: options.secretKey,
    answered: new Map(),
    refusedOnce: new Set(),
    mode: options.mode ?? 'accept',
  };
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${(request.url ?? '').split('?')[0]}`);
    void respond(request, response, context).then(() => {
      for (const listener of listeners) listener();
    });
  });
  await listen(server, { host: '127.0.0.1', port: options.port ?? 0 });
  return {
    address: `http://127.0.0.1:${portOf(server)}`,
    account: context.account,
    setMode(mode) {
      context.mode = mode;
      context.account.isOnline = mode !== 'offline';
    },
    decide: (decision) => context.account.decide(decision),
    requests: () => requests,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      server.closeAllConnections();
      await closeServer(server);
    },
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const body = await bodyOf(request);
  if (context.mode === 'mute') return;
  const answer = answerTo(request, body, context);
  const isReader = request.url?.endsWith('/process_payment_intent') === true;
  if (isReader && context.mode === 'lost-answer') {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.code, {
    'content-type': 'application/json',
    'request-id': 'req_virtual',
  });
  response.end(JSON.stringify(answer.body));
}

/** One answer for one key: the same again, whatever happened since; never for another request. */
function answerTo(request: IncomingMessage, body: string, context: Context): Answer {
  if (request.headers.authorization !== `Bearer ${context.secretKey}`)
    return refusal(401, 'api_key_expired');
  if (context.mode === 'unavailable') return refusal(503, 'unavailable');
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string') return carryOut(request, body, context);
  if (context.mode === 'unavailable-once' && !context.refusedOnce.has(key)) {
    context.refusedOnce.add(key);
    return refusal(503, 'unavailable');
  }
  const before = context.answered.get(key);
  if (before !== undefined)
    return before.body === body ? before.answer : refusal(400, 'idempotency_error');
  const answer = carryOut(request, body, context);
  // A refused request was not carried out, and may come again with the same key.
  if (answer.code < 400) context.answered.set(key, { body, answer });
  return answer;
}

function carryOut(request: IncomingMessage, body: string, context: Context): Answer {
  const { account } = context;
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, , kind, id, verb, last] = url.pathname.split('/');
  const given: Parameters = Object.fromEntries(new URLSearchParams(body));
  const isPost = request.method === 'POST';
  if (kind === 'payment_intents') {
    if (id === undefined) return isPost ? account.create(given) : list(account.intents, url);
    if (id === 'search') return list(account.intents.filter(searched(url)), url);
    return isPost && verb === 'cancel' ? account.cancel(id) : account.intent(id);
  }
  if (kind === 'refunds') return isPost ? account.refund(given) : list(account.refunds, url);
  if (kind === 'terminal' && verb === account.readerId)
    return isPost
      ? act(account, { verb: last ?? '', given, mode: context.mode })
      : readerOf(account);
  return refusal(404, 'resource_missing');
}

function act(
  account: StripeAccount,
  asked: { readonly verb: string; readonly given: Parameters; readonly mode: StripeMode },
): Answer {
  if (asked.verb === 'cancel_action') return account.cancelAction();
  if (asked.verb !== 'process_payment_intent') return refusal(404, 'resource_missing');
  const answer = structuredClone(account.process(asked.given));
  if (answer.code === 200 && asked.mode !== 'manual')
    account.decide(asked.mode === 'refuse' ? 'refuse' : 'accept');
  return answer;
}

function readerOf(account: StripeAccount): Answer {
  return { code: 200, body: account.reader() };
}

/** Newest first, a page at a time: `limit`, `starting_after`, `created[gte]`. */
function list(
  all: readonly { readonly id: string; readonly created: number }[],
  { searchParams }: URL,
): Answer {
  const since = Number(searchParams.get('created[gte]') ?? 0);
  const after = searchParams.get('starting_after');
  const limit = Number(searchParams.get('limit') ?? 10);
  const made = all.filter(({ created }) => created >= since);
  const rest = made.slice(after === null ? 0 : made.findIndex(({ id }) => id === after) + 1);
  const data = rest.slice(0, limit);
  return { code: 200, body: { object: 'list', data, has_more: rest.length > data.length } };
}

/** `metadata['payment_id']:'…'`. */
function searched(url: URL): (intent: { metadata: Readonly<Record<string, string>> }) => boolean {
  const found = /^metadata\['(.+)'\]:'(.*)'$/.exec(url.searchParams.get('query') ?? '');
  return ({ metadata }) => found !== null && metadata[found[1] ?? ''] === found[2];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > BODY_MAX) throw new Error('the request is too long');
  }
  return text;
}
