import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { closeServer, listen } from '../../virtual/listen.ts';
import type { CallDesk } from '../source.ts';
import { webhookCallOf } from './events.ts';

const BODY_MAX = 64_000;
/** An operator that sends a little and stops does not hold us. */
const REQUEST_MS = 10_000;
const RETRY_MS = 30_000;
/** Where operators put the secret itself, and where the seal they make of the body with it. */
const SECRET_HEADERS = ['x-webhook-secret', 'x-webhook-token', 'x-api-key'];
const SEAL_HEADERS = ['x-signature', 'x-hub-signature-256', 'x-ringover-signature'];

const NO_SECRET = {
  status: 'trouble',
  detail: 'Le secret du webhook manque',
  action: 'Le saisir dans les réglages, et chez l’opérateur',
} as const;
const NOT_LISTENING = {
  status: 'trouble',
  detail: 'Les appels de l’opérateur ne peuvent pas être reçus',
  action: 'Fermer l’autre programme ou choisir un autre port',
} as const;

/**
 * Listens for an operator that tells of calls. Who does not know the secret (a header, a bearer token,
 * `?token=`, or a seal over the body: HMAC-SHA-256) is not heard. The answer ends it.
 */
export function startWebhook(
  at: { readonly host: string; readonly port: number },
  desk: CallDesk,
): () => Promise<void> {
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS });
  let isClosed = false;
  let cancelRetry = (): void => undefined;
  server.on('request', (request, response) => void receive(request, response, desk));

  function retry(state: typeof NO_SECRET | typeof NOT_LISTENING): void {
    desk.board.set(state);
    if (!isClosed) cancelRetry = desk.timers.after(RETRY_MS, () => void open());
  }

  async function open(): Promise<void> {
    if ((desk.secret() ?? '') === '') {
      retry(NO_SECRET);
      return;
    }
    try {
      await listen(server, at);
      if (isClosed) server.close();
      else desk.board.set({ status: 'ready' });
    } catch (fault) {
      desk.log.warn({ detail: String(fault) }, 'webhook not opened');
      retry(NOT_LISTENING);
    }
  }

  void open();
  return async () => {
    isClosed = true;
    cancelRetry();
    server.closeAllConnections();
    await closeServer(server);
  };
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  desk: CallDesk,
): Promise<void> {
  const answer = (status: number): void => {
    response.writeHead(status, { 'content-length': 0, connection: 'close' });
    response.end();
  };
  try {
    if (request.method !== 'POST') {
      answer(405);
      return;
    }
    const body = await bodyOf(request);
    if (body === undefined) answer(413);
    else if (!knowsSecret(request, body, desk.secret())) {
      desk.log.warn({}, 'webhook without the secret');
      answer(401);
    } else {
      const call = webhookCallOf(JSON.parse(body.toString('utf8')));
      if (call !== undefined) desk.tell(call);
      answer(204);
    }
  } catch {
    // No JSON, or a line that broke in the middle: the operator is told if it is still there.
    answer(400);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > BODY_MAX) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function knowsSecret(request: IncomingMessage, body: Buffer, secret: string | undefined): boolean {
  // NOTE: an empty secret would be known by everybody.
  if (secret === undefined || secret === '') return false;
  const header = (name: string): string => String(request.headers[name] ?? '');
  const query = new URL(request.url ?? '/', 'http://till').searchParams;
  const seal = createHmac('sha256', secret).update(body).digest('hex');
  return (
    SECRET_HEADERS.some((name) => isSame(header(name), secret)) ||
    isSame(header('authorization').replace(/^bearer\s+/i, ''), secret) ||
    isSame(query.get('token') ?? '', secret) ||
    SEAL_HEADERS.some((name) =>
      isSame(
        header(name)
          .replace(/^sha256=/, '')
          .toLowerCase(),
        seal,
      ),
    )
  );
}

/** Takes as long for any wrong text: its seal is compared, not the text. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) =>
    createHmac('sha256', 'compare').update(text).digest(),
  );
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
