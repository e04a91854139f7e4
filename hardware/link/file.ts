import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';

import { systemTimers, type Timers } from './timers.ts';
import type {
  Connection,
  ConnectionEnd,
  ConnectionListener,
  Opening,
  Transport,
} from './transport.ts';

/** A device that has nothing to say is asked again after this. Real-time status waits as long. */
const READ_AGAIN_MS = 50;
/** A device that takes nothing now (a printer that prints, a full pipe) is tried again after this. */
const WRITE_AGAIN_MS = 10;
const READ_MAX = 4_096;

/**
 * A device file of the system: `/dev/usb/lp0` goes both ways (Linux usblp); a named pipe and a plain
 * file only take. Nothing is created: what is not there cannot be reached.
 */
export function fileTransport(path: string, timers: Timers = systemTimers): Transport {
  return { address: path, open: (timeoutMs) => openFile({ path, timers, timeoutMs }) };
}

async function openFile(asked: {
  readonly path: string;
  readonly timers: Timers;
  readonly timeoutMs: number;
}): Promise<Opening> {
  const { path, timers, timeoutMs } = asked;
  let callOff = (): void => undefined;
  const late = new Promise<Opening>((resolve) => {
    callOff = timers.after(timeoutMs, () => {
      const detail = `${path} did not open within ${timeoutMs} ms`;
      resolve({ status: 'failed', reason: 'connect-timeout', detail });
    });
  });
  const opening = openNow(path, timers);
  const first = await Promise.race([opening, late]);
  callOff();
  if (first.status === 'failed')
    void opening.then((opened) => opened.status === 'open' && opened.connection.close());
  return first;
}

async function openNow(path: string, timers: Timers): Promise<Opening> {
  const { O_RDWR, O_WRONLY, O_APPEND, O_NOCTTY, O_NONBLOCK } = constants;
  try {
    const kind = await stat(path);
    const isDevice = kind.isCharacterDevice();
    const flags = isDevice ? O_RDWR | O_NOCTTY : O_WRONLY | (kind.isFile() ? O_APPEND : 0);
    // Without waiting: a pipe that nobody reads, a printer that is off, must not hold a thread.
    const handle = await open(path, flags | O_NONBLOCK);
    return { status: 'open', connection: connectionOver(handle, isDevice, timers) };
  } catch (fault) {
    const { code, message } = fault as NodeJS.ErrnoException;
    // ENXIO: the pipe is there, and nobody at its other end. EBUSY: another program holds the device.
    const isRefused = code === 'ENXIO' || code === 'EBUSY';
    return {
      status: 'failed',
      reason: isRefused ? 'connection-refused' : 'unreachable',
      detail: message,
    };
  }
}

function connectionOver(handle: FileHandle, isTwoWay: boolean, timers: Timers): Connection {
  let listener: ConnectionListener | undefined;
  let end: ConnectionEnd | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const waits = new Set<() => void>();

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        callOff();
        waits.delete(go);
        resolve();
      };
      const callOff = timers.after(ms, go);
      waits.add(go);
    });
  }

  function finish(why: ConnectionEnd): void {
    if (end !== undefined) return;
    end = why;
    for (const go of [...waits]) go();
    listener?.over(why);
    // NOTE: once the read or write under way has come back, or it would hit another file.
    void Promise.allSettled([turn, reading]).then(() => handle.close().catch(() => undefined));
  }

  async function readOn(): Promise<void> {
    const buffer = new Uint8Array(READ_MAX);
    while (end === undefined) {
      const length = await attempt(() => handle.read(buffer, 0, READ_MAX, null));
      if (length === 'gone') finish('broken');
      else if (length === 'wait' || length.bytesRead === 0) await pause(READ_AGAIN_MS);
      else if (end === undefined) listener?.received(buffer.slice(0, length.bytesRead));
    }
  }

  async function writeAll(bytes: Uint8Array): Promise<boolean> {
    let at = 0;
    while (at < bytes.length && end === undefined) {
      const taken = await attempt(() => handle.write(bytes, at, bytes.length - at, null));
      if (taken === 'gone') finish('broken');
      else if (taken === 'wait') await pause(WRITE_AGAIN_MS);
      else at += taken.bytesWritten;
    }
    return at === bytes.length && end === undefined;
  }

  let reading: Promise<void> = Promise.resolve();
  return {
    listen(added) {
      const isFirst = listener === undefined;
      listener = added;
      if (end !== undefined) added.over(end);
      else if (isFirst && isTwoWay) reading = readOn();
    },
    write(bytes) {
      const copy = Uint8Array.from(bytes);
      const written = turn.then(() => writeAll(copy));
      turn = written;
      return written;
    },
    close: () => finish('closed'),
  };
}

/** `wait`: nothing to read, or no room, for now. `gone`: the device has left. */
async function attempt<T>(act: () => Promise<T>): Promise<T | 'wait' | 'gone'> {
  try {
    return await act();
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return code === 'EAGAIN' || code === 'EINTR' ? 'wait' : 'gone';
  }
}
