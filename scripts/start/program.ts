import { type ChildProcess, fork } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { CannotStart } from './checks.ts';

export type ProgramOptions = {
  /** For a person: `le siège`. */
  readonly title: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where its log lines go. */
  readonly log: string;
  readonly readyWithinMs: number;
  /** How long it stays down after an end nobody asked for. */
  readonly restartAfterMs: number;
  readonly say: (sentence: string) => void;
};

const STOP_WITHIN_MS = 8_000;
const ANSWER_WITHIN_MS = 10_000;
/** Between the end of a program and what it still had to say. */
const LAST_WORDS_WITHIN_MS = 500;
const LAST_WORDS_MAX = 2_000;
/** A program that fails at each restart is tried ever more seldom, up to this. */
const RESTART_MAX_MS = 30_000;

/** One of the programs of the demonstration: started, watched, started again when it dies. */
export class Program {
  readonly #options: ProgramOptions;
  #child: ChildProcess | undefined;
  #wanted = false;
  #wasReady = false;
  #failures = 0;
  #restart: NodeJS.Timeout | undefined;
  #lastWords = '';

  constructor(options: ProgramOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** Resolves with its first message. Throws `CannotStart` with its own last sentence otherwise. */
  async start(): Promise<Record<string, unknown>> {
    clearTimeout(this.#restart);
    this.#wanted = true;
    const child = this.#fork();
    this.#child = child;
    return this.#ready(child);
  }

  /** Ends it, politely then firmly. */
  async stop(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === undefined) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const firm = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(firm);
  }

  /** Asks the running program something over its channel and waits for the answer with this key. */
  ask(question: Record<string, unknown>, key: string): Promise<unknown> {
    const child = this.#child;
    if (child === undefined)
      return Promise.reject(new Error(`${this.#options.title} is not running`));
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(late);
        child.off('message', listener).off('exit', unanswered);
      };
      const unanswered = () => {
        end();
        reject(new CannotStart(`${this.#options.title} n’a pas répondu.`));
      };
      const listener = (message: unknown) => {
        if (typeof message !== 'object' || message === null || !(key in message)) return;
        end();
        resolve((message as Record<string, unknown>)[key]);
      };
      const late = setTimeout(unanswered, ANSWER_WITHIN_MS);
      child.on('message', listener).once('exit', unanswered);
      child.send(question, (fault) => fault !== null && unanswered());
    });
  }

  #fork(): ChildProcess {
    const { file, args, env, log } = this.#options;
    mkdirSync(dirname(log), { recursive: true });
    const child = fork(file, [...args], {
      // Ctrl-C reaches the whole group; only the starter decides who ends, and in which order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(log), '..', 'compiled'), ...env },
    });
    this.#lastWords = '';
    this.#wasReady = false;
    const lines = createWriteStream(log, { flags: 'a' });
    // A log that cannot be written (a full disk) is lost; the programs go on.
    lines.on('error', () => lines.destroy());
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        if (lines.writable) lines.write(chunk);
        this.#lastWords = (this.#lastWords + chunk.toString()).slice(-LAST_WORDS_MAX);
      });
    // `exit` may come before the last lines were read, `close` does not.
    child.once('close', () => lines.end());
    child.once('exit', (code, signal) => this.#ended(child, code, signal));
    return child;
  }

  #ready(child: ChildProcess): Promise<Record<string, unknown>> {
    const { title, readyWithinMs } = this.#options;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new CannotStart(`${title} ne répond pas après ${readyWithinMs / 1_000} s.`));
      }, readyWithinMs);
      child.on('message', (message) => {
        if (typeof message !== 'object' || message === null || !('ready' in message)) return;
        clearTimeout(late);
        this.#wasReady = true;
        this.#failures = 0;
        resolve({ ...message });
      });
      child.once('exit', () => {
        clearTimeout(late);
        void allSaid(child).then(() => reject(new CannotStart(this.#ownSentence())));
      });
    });
  }

  /** A program that cannot start says why on its last line; one that broke leaves a trace instead. */
  #ownSentence(): string {
    const { title, log } = this.#options;
    const lines = this.#lastWords.split('\n').map((line) => line.trim());
    const isTrace = lines.some((line) => line.startsWith('Node.js v'));
    const sentence = lines.findLast((line) => line !== '' && !line.startsWith('{'));
    if (sentence === undefined || isTrace) return `${title} n’a pas pu démarrer : voir ${log}.`;
    return sentence;
  }

  #ended(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#child === child) this.#child = undefined;
    // Whoever started a program that never was ready hears it from `start`.
    if (!this.#wanted || !this.#wasReady) return;
    const { title, restartAfterMs, say } = this.#options;
    const wait = restartAfterMs / 1_000;
    say(`${title} s’est arrêté (${signal ?? `code ${code}`}) ; relancé dans ${wait} s.`);
    this.#startAgain();
  }

  #startAgain(): void {
    const { title, restartAfterMs, say } = this.#options;
    const waitMs = Math.min(restartAfterMs * 2 ** this.#failures, RESTART_MAX_MS);
    this.#failures += 1;
    this.#restart = setTimeout(() => {
      this.start().then(
        () => say(`${title} est revenu.`),
        (fault: unknown) => {
          if (!this.#wanted) return;
          say(fault instanceof Error ? fault.message : String(fault));
          this.#startAgain();
        },
      );
    }, waitMs);
  }
}

/** The last words of a program may be read after its end; a child of its own may hold them open. */
async function allSaid(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve) => {
    const enough = setTimeout(resolve, LAST_WORDS_WITHIN_MS);
    child.once('close', () => {
      clearTimeout(enough);
      resolve();
    });
  });
}
