import { KeptLine } from '../../kept-line.ts';
import type { Transport } from '../../link/transport.ts';
import type { CallDesk } from '../source.ts';
import { ModemCalls } from './calls.ts';
import { ATTENTION, lineReader, modemMessageOf, REPORT_COMMANDS } from './frame.ts';

const ANSWER_MS = 3_000;
/** A modem that was unplugged is found by asking it for a sign of life. */
const HEARTBEAT_MS = 15_000;
/** Noise may swallow one answer. */
const SILENCES_MAX = 2;

const SILENT = {
  status: 'trouble',
  detail: 'Le modem téléphonique ne répond pas',
  action: 'Vérifier son câble et son alimentation',
} as const;
const NO_CALLER_ID = {
  status: 'trouble',
  detail: 'Ce modem ne donne pas le numéro des appelants',
  action: 'Le remplacer par un modem avec présentation du numéro',
} as const;

type Answer = 'ok' | 'error' | 'silent';

/** A serial modem on the telephone line, asked to report who calls. The answer ends it. */
export function startModem(id: string, transport: Transport, desk: CallDesk): () => Promise<void> {
  const modem = new Modem(id, transport, desk);
  return () => {
    modem.close();
    return Promise.resolve();
  };
}

class Modem {
  readonly #desk: CallDesk;
  readonly #line: KeptLine;
  readonly #calls: ModemCalls;
  #reader = lineReader();
  #answer: ((answer: Answer) => void) | undefined;
  #cancelBeat = (): void => undefined;
  #silences = 0;
  /** What it accepted: said again, a modem that lost its power reports again. */
  #beatCommand = ATTENTION;

  constructor(id: string, transport: Transport, desk: CallDesk) {
    this.#desk = desk;
    let count = 0;
    this.#calls = new ModemCalls({
      tell: desk.tell,
      timers: desk.timers,
      newCallId() {
        count += 1;
        return `${id}/${desk.now()}/${count}`;
      },
    });
    this.#line = new KeptLine({
      transport,
      timers: desk.timers,
      log: desk.log,
      onOpen: () => void this.#start(),
      onBytes: (bytes) => this.#hear(bytes),
      onDown: () => this.#down(),
    });
  }

  close(): void {
    this.#cancelBeat();
    this.#calls.end();
    this.#line.close();
    this.#answer?.('silent');
  }

  #down(): void {
    this.#cancelBeat();
    this.#reader = lineReader();
    this.#calls.end();
    this.#answer?.('silent');
    this.#desk.board.set(SILENT);
  }

  #hear(bytes: Uint8Array): void {
    for (const line of this.#reader.push(bytes)) {
      const message = modemMessageOf(line);
      if (message === undefined) continue;
      if (message.type === 'result') this.#answer?.(message.isOk ? 'ok' : 'error');
      else this.#calls.hear(message);
    }
  }

  async #start(): Promise<void> {
    this.#silences = 0;
    this.#beatCommand = ATTENTION;
    for (const command of REPORT_COMMANDS) {
      let answer = await this.#ask(command);
      // Once more: what stood half written on the line before may have spoiled the first.
      if (answer === 'silent') answer = await this.#ask(command);
      if (answer === 'silent') {
        this.#line.drop();
        return;
      }
      if (answer === 'ok') {
        this.#beatCommand = command;
        this.#desk.board.set({ status: 'ready' });
        this.#beatLater();
        return;
      }
    }
    this.#desk.board.set(NO_CALLER_ID);
    this.#beatLater();
  }

  #beatLater(): void {
    this.#cancelBeat();
    this.#cancelBeat = this.#desk.timers.after(HEARTBEAT_MS, () => void this.#beat());
  }

  async #beat(): Promise<void> {
    // A ringing modem is there, and is left alone: some stop reporting when they are spoken to.
    if (!this.#calls.isRinging) {
      const answer = await this.#ask(this.#beatCommand);
      this.#silences = answer === 'silent' ? this.#silences + 1 : 0;
    }
    if (this.#silences < SILENCES_MAX) this.#beatLater();
    else this.#line.drop();
  }

  async #ask(command: string): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#answer = resolve;
    const cancel = this.#desk.timers.after(ANSWER_MS, () => resolve('silent'));
    void this.#line.write(new TextEncoder().encode(command));
    const answer = await promise;
    cancel();
    if (this.#answer === resolve) this.#answer = undefined;
    return answer;
  }
}
