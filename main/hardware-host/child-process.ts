import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { HostEnd, HostProcess } from './process.ts';

const WORDS_MAX = 4_000;

/** The program of the host: beside the bundle of this node, or its source. */
function ownProgram(): string {
  const isSource = import.meta.url.endsWith('.ts');
  const place = isSource ? '../../hardware/host/index.ts' : './hardware-host.mjs';
  return fileURLToPath(new URL(place, import.meta.url));
}

/**
 * The hardware host as a child of this process, under plain Node. It ends with its parent. `program`:
 * another build of it than that of this process.
 */
export function forkHostProcess(program = ownProgram()): HostProcess {
  const child = fork(program, [], {
    execArgv: [],
    // Bytes of a receipt travel as bytes.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return overChild(child);
}

function overChild(child: ChildProcess): HostProcess {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-WORDS_MAX);
  });
  return {
    pid: child.pid,
    post(message) {
      if (!child.connected) return false;
      // A message to a process that dies meanwhile is lost: `exit` follows, and tells.
      child.send(message, () => undefined);
      return true;
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit(listener) {
      const tell = once(listener);
      child.once('exit', (code) => tell({ code, words }));
      // It could not be started at all: then there is no `exit`.
      child.once('error', (fault) => tell({ code: null, words: fault.message }));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function once(listener: (end: HostEnd) => void): (end: HostEnd) => void {
  let isTold = false;
  return (end) => {
    if (!isTold) listener(end);
    isTold = true;
  };
}
