import { type ChildProcess, spawn } from 'node:child_process';

import { type CannotStart, portBusy } from '../../cannot-start.ts';
import { explain } from './create-data.ts';
import type { RunAs } from './reach.ts';

/** One life of the database server. */
export type Server = {
  readonly pid: number;
  /** How it ended: `signal SIGKILL`, `code 1`. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
};

export type ServerOptions = {
  readonly binary: string;
  readonly data: string;
  readonly port: number;
  readonly user: RunAs;
  readonly log: (line: string) => void;
};

/** Recovery after a kill took 1.7 s when measured; a loaded machine may need much longer. */
const START_TIMEOUT_MS = 120_000;
/** Children of a killed server hold its memory a moment longer. */
const MEMORY_WAIT_MS = 15_000;
const MEMORY_RETRY_MS = 250;
/** A fast shutdown that has not ended by then is turned into an immediate one: recovery follows. */
const STOP_TIMEOUT_MS = 30_000;
/** Enough of what the server said to explain why it did not start. */
const SAID_MAX = 20_000;

/** Starts the server and waits until it takes connections. Throws `CannotStart`. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const until = performance.now() + MEMORY_WAIT_MS;
  for (;;) {
    const outcome = await tryToStart(options);
    if ('server' in outcome) return outcome.server;
    const { said } = outcome;
    const isHeld = /shared memory block|lock file "postmaster\.pid" already exists/.test(said);
    if (!isHeld || performance.now() > until) throw whyNot(options, said);
    await new Promise((resolve) => setTimeout(resolve, MEMORY_RETRY_MS));
  }
}

function whyNot({ port, data }: ServerOptions, said: string): CannotStart {
  return /Address already in use/.test(said) ? portBusy(port, said) : explain(data, said);
}

type Outcome = { readonly server: Server } | { readonly said: string };

async function tryToStart(options: ServerOptions): Promise<Outcome> {
  const { binary, data, port, user, log } = options;
  const child = spawn(binary, ['-D', data, '-p', String(port), ...settings()], {
    ...user,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own process group: Ctrl-C reaches us, and we end it after our own work.
    detached: process.platform !== 'win32',
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`not started: ${error.message}`));
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });

  let said = '';
  const ready = new Promise<true>((resolve) => {
    child.stderr.on('data', (piece: Buffer) => {
      const text = piece.toString('utf8');
      if (said.length < SAID_MAX) said += text;
      if (said.includes('ready to accept connections')) resolve(true);
      for (const line of text.split('\n')) if (/FATAL|PANIC|ERROR/.test(line)) log(line);
    });
  });
  const isReady = await Promise.race([ready, ended.then(() => false), expired(START_TIMEOUT_MS)]);
  const { pid } = child;
  if (isReady !== true || pid === undefined) {
    child.kill('SIGKILL');
    return { said: isReady === undefined ? `${said}\nno answer in ${START_TIMEOUT_MS} ms` : said };
  }
  const guard = endWithUs(pid, user);
  return { server: { pid, ended, stop: () => stop(child, ended, guard) } };
}

/** Durability is not left to a default: the centre answers "taken" only for what a disk holds. */
function settings(): string[] {
  const fixed = {
    listen_addresses: '127.0.0.1',
    // The loopback address with a password serves every platform; a socket file has a short path.
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: '60',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  return Object.entries(fixed).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function stop(
  child: ChildProcess,
  ended: Promise<string>,
  guard: ChildProcess | undefined,
): Promise<void> {
  // SIGINT is the fast shutdown, SIGQUIT the immediate one (PostgreSQL manual, 18.5).
  child.kill('SIGINT');
  const inTime = await Promise.race([ended, expired(STOP_TIMEOUT_MS)]);
  if (inTime === undefined) child.kill('SIGQUIT');
  await ended;
  guard?.kill('SIGKILL');
}

/**
 * A shell that waits for us to end, however we end, and then ends the server: no database server
 * outlives a killed central server. It reads a pipe whose other end only this process holds.
 */
function endWithUs(pid: number, user: RunAs): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(pid)], {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => undefined); // No shell here: the next start finds the orphan and ends it.
  guard.unref();
  return guard;
}

async function expired(timeoutMs: number): Promise<undefined> {
  await new Promise((resolve) => setTimeout(resolve, timeoutMs).unref());
  return undefined;
}
