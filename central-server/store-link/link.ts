import { randomBytes } from 'node:crypto';

import type { Namespace, Socket } from 'socket.io';
import type { z } from 'zod';

import { type Challenge, Proof, type ProofAnswer, proofText } from '#app/contract/store-link.ts';

import type { CentreContext } from '../context.ts';
import { raise } from './ingest.ts';
import { isSignedBy, readPublicKey } from './keys.ts';
import { serveMessages } from './messages.ts';
import { type Connection, type Presence, writeGone } from './presence.ts';

/** A store answers the challenge within a round trip; a stranger who never does is let go. */
const PROOF_TIMEOUT_MS = 10_000;
const NONCE_BYTES = 32;

/** Serves the namespace `/store`: who are you, then messages. */
export function serveStores(namespace: Namespace, centre: CentreContext, presence: Presence): void {
  namespace.on('connection', (socket) => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    const timer = setTimeout(() => socket.disconnect(true), PROOF_TIMEOUT_MS);
    socket.once('disconnect', () => clearTimeout(timer));
    // One answer to one nonce: what was recorded elsewhere, or is tried again, proves nothing.
    socket.once('prove', (proof: unknown, acknowledge: unknown) => {
      clearTimeout(timer);
      if (typeof acknowledge !== 'function') {
        socket.disconnect(true);
        return;
      }
      void admit({ socket, nonce, proof, centre, presence }).then(
        (answer) => {
          acknowledge(answer);
          if (!answer.ok) socket.disconnect();
        },
        (error: unknown) => {
          // The database is away: the store hears nothing, waits and comes again.
          centre.log.error({ err: error }, 'proof of a store not checked');
          socket.disconnect(true);
        },
      );
    });
    socket.emit('challenge', { nonce } satisfies z.output<typeof Challenge>);
  });
}

async function admit({
  socket,
  nonce,
  proof,
  centre,
  presence,
}: {
  readonly socket: Socket;
  readonly nonce: string;
  readonly proof: unknown;
  readonly centre: CentreContext;
  readonly presence: Presence;
}): Promise<z.output<typeof ProofAnswer>> {
  const refused = (code: 'unknown-store' | 'bad-signature' | 'revoked', storeId?: string) => {
    centre.log.warn({ code, storeId }, 'store turned away');
    return { ok: false, code } as const;
  };
  const parsed = Proof.safeParse(proof);
  if (!parsed.success) return refused('bad-signature');
  const { storeId, bootId, signature } = parsed.data;
  const store = await centre.database.db
    .selectFrom('store')
    .select(['public_key', 'revoked_at'])
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  const publicKey = store?.public_key;
  const key = typeof publicKey === 'string' ? readPublicKey(publicKey) : undefined;
  // The id is logged only once it is known to be one of ours.
  if (typeof publicKey !== 'string' || key === undefined) return refused('unknown-store');
  if (!isSignedBy(key, proofText(nonce, storeId, bootId), signature)) {
    return refused('bad-signature', storeId);
  }
  if (store?.revoked_at) return refused('revoked', storeId);
  if (!socket.connected) return refused('bad-signature', storeId);

  const { revoke, close } = serveMessages({ socket, origin: storeId, key, centre, presence });
  const connection: Connection = { storeId, bootId, publicKey, revoke };
  watchForClone(socket, connection, { centre, presence });
  presence.add(connection);
  note(presence.write(centre.database.pool), centre);
  centre.log.info({ storeId, bootId }, 'store connected');
  socket.once('disconnect', (reason) => {
    presence.remove(connection);
    close();
    note(writeGone(centre.database.pool, connection, new Date(centre.now())), centre);
    centre.log.info({ storeId, bootId, reason }, 'store disconnected');
  });
  return { ok: true };
}

/** A comfort for the screens: if it cannot be written now, the next beat writes it. */
function note(written: Promise<void>, { announce, log }: CentreContext): void {
  written.then(
    () => announce(['stores']),
    (error: unknown) => log.warn({ err: error }, 'presence of a store not written'),
  );
}

/**
 * One key, two starts of a store node, both alive: the till was copied. A till that lost its power
 * and started again looks the same until its old connection times out, so the alarm waits for a
 * sign of life from the older connection (its next packet, a heartbeat at the latest).
 */
function watchForClone(
  socket: Socket,
  { storeId, bootId }: Connection,
  { centre, presence }: { readonly centre: CentreContext; readonly presence: Presence },
): void {
  const check = () => {
    const younger = presence
      .connections()
      .find((other) => other.storeId === storeId && other.bootId !== bootId);
    if (younger === undefined) return;
    socket.conn.off('packet', check);
    centre.log.warn({ storeId }, 'one key is in use at two tills');
    const at = new Date(centre.now());
    const mark = [bootId, younger.bootId].toSorted().join(' ');
    raise(centre.database.pool, { storeId, at, kind: 'cloned', mark }).then(
      () => centre.announce(['stores']),
      (error: unknown) => centre.log.error({ err: error, storeId }, 'alarm not written'),
    );
  };
  socket.conn.on('packet', check);
  socket.once('disconnect', () => socket.conn.off('packet', check));
}
