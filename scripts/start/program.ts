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
const LAST_WORDS_MAX = 2_000;

/** One of the programs of the demonstration: started, watched, started again when it dies. */
export class Program {
  readonly #options: ProgramOptions;
  #child: ChildProcess | undefined;
  #wanted = false;
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
    return new Promise((resolve) => {
      const listener = (message: unknown) => {
        if (typeof message !== 'object' || message === null || !(key in message)) return;
        child.off('message', listener);
        resolve((message as Record<string, unknown>)[key]);
      };
      child.on('message', listener);
      child.send(question);
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
    const lines = createWriteStream(log, { flags: 'a' });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        lines.write(chunk);
        this.#lastWords = (this.#lastWords + chunk.toString()).slice(-LAST_WORDS_MAX);
      });
    child.once('exit', (code, signal) => {
      lines.end();
      this.#ended(code, signal);
    });
    return child;
  }

  #ready(child: ChildProcess): Promise<Record<string, unknown>> {
    const { title, readyWithinMs } = this.#options;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new CannotStart(`${title} ne répond pas après ${readyWithinMs / 1_000} s.`));
      }, readyWithinMs);
      child.on('message', (message) => {
        if (typeof message !== 'object' || message === null || !('ready' in message)) return;
        clearTimeout(late);
        resolve({ ...message });
      });
      child.once('exit', () => {
        clearTimeout(late);
        reject(new CannotStart(this.#ownSentence() ?? `${title} n’a pas pu démarrer.`));
      });
    });
  }

  /** A program that cannot start says why on its last line that is not a log line. */
  #ownSentence(): string | undefined {
    return this.#lastWords
      .split('\n')
      .map((line) => line.trim())
      .findLast((line) => line !== '' && !line.startsWith('{'));
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): void {
    this.#child = undefined;
    if (!this.#wanted) return;
    const { title, restartAfterMs, say } = this.#options;
    const wait = restartAfterMs / 1_000;
    say(`${title} s’est arrêté (${signal ?? `code ${code}`}) ; relancé dans ${wait} s.`);
    this.#restart = setTimeout(() => {
      this.start().then(
        () => say(`${title} est revenu.`),
        (fault: unknown) => say(fault instanceof Error ? fault.message : String(fault)),
      );
    }, restartAfterMs);
  }
}
