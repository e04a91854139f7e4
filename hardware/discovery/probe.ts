import { tcpTransport } from '../link/tcp.ts';
import type { Timers } from '../link/timers.ts';
import type { Connection, OpenFailure } from '../link/transport.ts';
import { ASK_LANGUAGE, ASK_NAMES, languageIn, namesIn, type PrinterIdentity } from './identity.ts';

const CONNECT_MS = 3_000;
const ANSWER_MS = 1_500;
/** A printer says little; whoever says more is none. */
const HEARD_MAX = 4_096;

export type Probed =
  | { readonly status: 'printer'; readonly identity: PrinterIdentity }
  /** It took the call and says nothing: a printer without status, or no printer. */
  | { readonly status: 'silent' }
  /** It hung up at once, as a printer does that another till holds. */
  | { readonly status: 'occupied' }
  | { readonly status: 'not-reached'; readonly reason: OpenFailure };

/**
 * Asks who is at an address that a person has typed. Prints nothing. Never tries other addresses: a
 * shop's network is not ours to scan.
 */
export async function probePrinter(target: {
  readonly host: string;
  readonly port: number;
  readonly timers: Timers;
  readonly connectMs?: number;
  readonly answerMs?: number;
}): Promise<Probed> {
  const opening = await tcpTransport(target).open(target.connectMs ?? CONNECT_MS);
  if (opening.status === 'failed') return { status: 'not-reached', reason: opening.reason };
  const { connection } = opening;
  const ask = questioner(connection, target.timers, target.answerMs ?? ANSWER_MS);
  try {
    const first = await ask(ASK_LANGUAGE, (heard) => languageIn(heard) !== undefined);
    const language = languageIn(first.heard);
    if (language === 'star-prnt') return { status: 'printer', identity: { language } };
    if (language === undefined) return { status: first.isOver ? 'occupied' : 'silent' };
    const names = await ask(ASK_NAMES, (heard) => namesIn(heard).model !== undefined);
    return { status: 'printer', identity: { language, ...namesIn(names.heard) } };
  } finally {
    connection.close();
  }
}

type Heard = { readonly heard: Uint8Array; readonly isOver: boolean };

/** Asks one question at a time; the answer is all that was heard until it is whole or patience ends. */
function questioner(connection: Connection, timers: Timers, answerMs: number) {
  let heard = new Uint8Array();
  let isOver = false;
  let look = (): void => undefined;
  connection.listen({
    received(bytes) {
      heard = Uint8Array.from([...heard, ...bytes]).slice(0, HEARD_MAX);
      look();
    },
    over() {
      isOver = true;
      look();
    },
  });
  return (question: Uint8Array, isWhole: (heard: Uint8Array) => boolean): Promise<Heard> => {
    heard = new Uint8Array();
    void connection.write(question);
    return new Promise((resolve) => {
      const cancel = timers.after(answerMs, () => resolve({ heard, isOver }));
      look = () => {
        if (!isOver && !isWhole(heard)) return;
        cancel();
        resolve({ heard, isOver });
      };
      look();
    });
  };
}
