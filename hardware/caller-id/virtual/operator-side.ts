import { createServer, type ServerResponse } from 'node:http';

import { closeServer, listen, portOf } from '../../virtual/listen.ts';

/** How an operator tells of calls: by a question that waits, and by posting to the shop. */

export type OperatorEvent = {
  readonly kind: 'ringing' | 'answered' | 'ended';
  readonly callId: string;
  /** `undefined` is withheld. */
  readonly number: string | undefined;
};

const LINE = '0033170000001';
const TOKEN_LENGTH_MIN = 8;
/** A real server answers after about a minute when nothing happened. */
const WAIT_MS = 50_000;
const KEPT_MAX = 50;

export type PollSide = {
  /** Asked with `?token=…`, as OVHcloud's event server. */
  readonly url: string;
  readonly tell: (event: OperatorEvent) => void;
  /** Answers everything with that status; `undefined` ends it. */
  readonly fail: (status: number | undefined) => void;
  readonly isAsked: () => boolean;
  readonly close: () => Promise<void>;
};

/** The event server of an operator: holds a question until there is something to tell. */
export async function startPollSide(at: {
  readonly host: string;
  readonly port: number;
  readonly token: string;
  readonly changed: () => void;
}): Promise<PollSide> {
  const waiting = new Map<ServerResponse, NodeJS.Timeout>();
  let kept: readonly object[] = [];
  let broken: number | undefined;
  let questions = 0;

  function answer(response: ServerResponse, events: readonly object[]): void {
    clearTimeout(waiting.get(response));
    waiting.delete(response);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ Session: `session-${questions}`, Events: events }));
  }

  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://operator').searchParams;
    questions += 1;
    const isKnown = at.token.length >= TOKEN_LENGTH_MIN && query.get('token') === at.token;
    if (broken !== undefined || !isKnown) {
      response.writeHead(broken ?? 403);
      response.end();
    } else if (kept.length > 0) {
      answer(response, kept);
      kept = [];
    } else {
      waiting.set(
        response,
        setTimeout(() => answer(response, []), WAIT_MS),
      );
      response.on('close', () => {
        clearTimeout(waiting.get(response));
        waiting.delete(response);
      });
    }
    at.changed();
  });
  await listen(server, at);
  return {
    url: `http://${at.host}:${portOf(server)}/`,
    tell(event) {
      const told = pollEvent(event);
      if (waiting.size === 0) kept = [...kept, told].slice(-KEPT_MAX);
      for (const response of [...waiting.keys()]) answer(response, [told]);
    },
    fail(status) {
      broken = status;
      for (const response of [...waiting.keys()]) response.destroy();
    },
    isAsked: () => waiting.size > 0,
    async close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      server.closeAllConnections();
      await closeServer(server);
    },
  };
}

const POLL_WORDS = {
  ringing: 'start_ringing',
  answered: 'start_calling',
  ended: 'end_ringing',
} as const;

function pollEvent({ kind, callId, number }: OperatorEvent): object {
  const Event = POLL_WORDS[kind];
  const Calling = number === undefined ? 'anonymous' : number.replace(/^0(?=\d)/, '0033');
  return {
    Event,
    Ressource: LINE,
    Service: 'sip',
    Data: { Event, CallId: callId, Calling, Called: LINE, Dialed: LINE, Protocol: 'sip' },
  };
}

/** Posts to the shop as Ringover and 3CX do. Answers the status, or `undefined` when nobody listens. */
export async function postCall(
  webhook: { readonly url: string; readonly secret: string },
  { kind, callId, number }: OperatorEvent,
  at: string,
): Promise<number | undefined> {
  const from = number === undefined ? 'anonymous' : number.replace(/^0(?=\d)/, '+33');
  const body = {
    resource: 'call',
    event: kind === 'ended' ? 'hangup' : kind,
    timestamp: at,
    data: { call_id: callId, direction: 'inbound', from_number: from, to_number: '+33170000001' },
  };
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${webhook.secret}` },
      body: JSON.stringify(body),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    // Nobody there: the caller shows it.
    return undefined;
  }
}
