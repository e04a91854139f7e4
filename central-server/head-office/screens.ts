import type { Namespace, Socket } from 'socket.io';

import type { Door } from '#app/contract/door.ts';

import type { CentreContext } from '../context.ts';
import { isFromOurPages } from '../http/origin.ts';
import { findSession, openSessions, SESSION_COOKIE, type Session } from './sessions.ts';

/** Four times a second is as live as figures are read; a catch-up would announce a hundred times. */
const CHANGED_EVERY_MS = 250;
/** A screen asks one thing a view; fifty at once is no screen. */
const WAITING_MAX = 50;

/** The signed-in screens of head office. */
export type Screens = {
  readonly announce: (topics: readonly string[]) => void;
  /** Hangs up on the screens of sessions that have ended elsewhere or run out. */
  readonly dropEnded: () => Promise<void>;
  readonly close: () => void;
};

/** Serves the default namespace: `request(method, input)` in, `changed(topics)` out. */
export function serveScreens(
  namespace: Namespace,
  centre: CentreContext,
  { door, readCookie }: { readonly door: Door<Session>; readonly readCookie: CookieReader },
): Screens {
  const { database, log, now } = centre;
  const admitted = new WeakMap<Socket, Session>();
  const sessions = new Map<Socket, Session>();

  namespace.use((socket, next) => {
    const { headers } = socket.handshake;
    if (!isFromOurPages(headers, true)) {
      log.warn({}, 'socket from another origin turned away');
      next(new Error('request.wrong-origin'));
      return;
    }
    findSession(database.db, readCookie(headers.cookie ?? '')[SESSION_COOKIE], now).then(
      (session) => {
        if (session !== undefined) admitted.set(socket, session);
        next(session === undefined ? new Error('sign-in.needed') : undefined);
      },
      (error: unknown) => {
        log.error({ err: error }, 'session not checked');
        next(new Error('request.failed'));
      },
    );
  });
  namespace.on('connection', (socket) => {
    const session = admitted.get(socket);
    if (session === undefined) {
      socket.disconnect(true);
      return;
    }
    sessions.set(socket, session);
    socket.once('disconnect', () => sessions.delete(socket));
    serveRequests(socket, session, door);
  });

  const changed = throttle((topics) => namespace.emit('changed', topics), CHANGED_EVERY_MS);
  return {
    announce: changed.add,
    async dropEnded() {
      const hashes = [...sessions.values()].map(({ tokenHash }) => tokenHash);
      const open = await openSessions(database.db, [...new Set(hashes)], now);
      for (const [socket, { tokenHash }] of sessions) {
        if (!open.has(tokenHash)) socket.disconnect(true);
      }
    },
    close: changed.close,
  };
}

export type CookieReader = (header: string) => Readonly<Record<string, string | undefined>>;

function serveRequests(socket: Socket, session: Session, door: Door<Session>): void {
  let waiting = 0;
  socket.on('request', (method: unknown, input: unknown, reply: unknown) => {
    if (typeof reply !== 'function') return;
    if (waiting >= WAITING_MAX) {
      reply({ ok: false, refusal: { code: 'request.too-many' } });
      return;
    }
    waiting += 1;
    void door(method, input, session).then((result) => {
      waiting -= 1;
      reply(result);
    });
  });
}

/** Tells at once, then at most every `everyMs`, all that came meanwhile together. */
function throttle(
  tell: (topics: readonly string[]) => void,
  everyMs: number,
): { readonly add: (topics: readonly string[]) => void; readonly close: () => void } {
  const collected = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    if (collected.size === 0) return;
    tell([...collected]);
    collected.clear();
    timer = setTimeout(flush, everyMs);
  };
  return {
    add(topics) {
      for (const topic of topics) collected.add(topic);
      if (timer === undefined) flush();
    },
    close: () => clearTimeout(timer),
  };
}
