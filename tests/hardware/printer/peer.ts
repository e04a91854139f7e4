import { createServer, type Socket } from 'node:net';

import { onTestFinished } from 'vitest';

/** DLE EOT n: answered with its fixed bits and nothing to complain of. */
const CALM = 0x12;
const PAPER_ASKED = Buffer.from('1d7201', 'hex');
const JOB_ASKED = Buffer.from('1d284806003030', 'hex');
/** ASB with the paper sensor at its end, and with nothing. */
const ASB_PAPER_END = Buffer.from('10000c00', 'hex');
const ASB_CALM = Buffer.from('10000000', 'hex');

export type Peer = {
  readonly port: number;
  /** Bytes of each answer to DLE EOT 1 to 4. */
  answers: readonly [number, number, number, number];
  /** Never says anything at all. */
  isMute: boolean;
  /** Between two bytes of status, each in a packet of its own. */
  spacingMs: number;
  /** How often it was asked whether all before is printed. */
  readonly questions: () => number;
  /** Answers one `GS r`, the oldest. */
  readonly answerPaper: () => void;
  /** Its buffer is full: it reads nothing more, and says that it has no paper. */
  readonly runOut: () => void;
  readonly refill: () => void;
};

/** An ESC/POS printer written from the tables alone, on a port of its own, until the end of the test. */
export async function aPeer(): Promise<Peer> {
  let heard = Buffer.alloc(0);
  let socket: Socket | undefined;
  let isOut = false;
  const due: (() => void)[] = [];
  const server = createServer((opened) => {
    socket = opened;
    opened.on('error', () => undefined);
    opened.on('data', (bytes) => read(bytes));
    if (isOut) opened.pause();
  });
  const say = (...bytes: readonly number[]) => {
    if (!peer.isMute) socket?.write(Uint8Array.from(bytes));
  };
  const timer = setInterval(() => due.shift()?.(), 2);

  function read(bytes: Buffer): void {
    const before = Math.max(0, heard.length - 10);
    heard = Buffer.concat([heard, bytes]);
    for (let at = before; at < heard.length - 2; at += 1) {
      const [dle, eot, kind = 0] = heard.subarray(at, at + 3);
      if (at + 3 > heard.length - bytes.length && dle === 0x10 && eot === 0x04 && kind <= 4)
        answerStatus(peer.answers[kind - 1] ?? CALM);
      const id = heard.subarray(at + JOB_ASKED.length, at + JOB_ASKED.length + 4);
      const isAsked = heard.subarray(at, at + JOB_ASKED.length).equals(JOB_ASKED);
      const isNew = at + JOB_ASKED.length + 4 > heard.length - bytes.length;
      if (isAsked && isNew && id.length === 4) say(0x37, 0x22, ...id, 0);
    }
  }

  function answerStatus(byte: number): void {
    if (peer.spacingMs === 0) say(byte);
    else for (let wait = 0; wait < peer.spacingMs; wait += 2) due.push(() => undefined);
    if (peer.spacingMs > 0) due.push(() => say(byte));
  }

  const peer: Peer = {
    port: 0,
    answers: [CALM, CALM, CALM, CALM],
    isMute: false,
    spacingMs: 0,
    questions: () => heard.toString('latin1').split(PAPER_ASKED.toString('latin1')).length - 1,
    answerPaper: () => say(0x00),
    runOut() {
      isOut = true;
      say(...ASB_PAPER_END);
      socket?.pause();
    },
    refill() {
      isOut = false;
      say(...ASB_CALM);
      socket?.resume();
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    clearInterval(timer);
    socket?.destroy();
    server.close();
  });
  const address = server.address();
  return Object.assign(peer, { port: typeof address === 'object' ? (address?.port ?? 0) : 0 });
}
