import type { SerialPort } from 'serialport';

import type { SerialLine } from '../configuration.ts';
import type {
  Connection,
  ConnectionEnd,
  ConnectionListener,
  Opening,
  Transport,
} from './transport.ts';

/**
 * A serial line, or a USB device that looks like one. NOTE: a line that vanishes is not reported while
 * nobody writes (tried on a torn pseudo-terminal: nothing for 3 s, then an error on the next write):
 * who holds one open must say something now and then.
 */
export function serialTransport(line: SerialLine): Transport {
  return { address: line.path, open: (timeoutMs) => openLine(line, timeoutMs) };
}

async function openLine(line: SerialLine, timeoutMs: number): Promise<Opening> {
  // Native code, loaded by who has a serial device only.
  const { SerialPort: Port } = await import('serialport');
  const port = new Port({
    path: line.path,
    baudRate: line.baudRate,
    dataBits: line.dataBits,
    parity: line.parity,
    stopBits: line.stopBits,
    rtscts: line.flow === 'rts-cts',
    xon: line.flow === 'xon-xoff',
    xoff: line.flow === 'xon-xoff',
    autoOpen: false,
  });
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      const detail = `${line.path} did not open within ${timeoutMs} ms`;
      resolve({ status: 'failed', reason: 'connect-timeout', detail });
    }, timeoutMs);
    port.open((error) => {
      clearTimeout(timer);
      if (error !== null)
        resolve({ status: 'failed', reason: 'unreachable', detail: error.message });
      else if (isLate) port.close();
      else resolve({ status: 'open', connection: connectionOver(port) });
    });
  });
}

function connectionOver(port: SerialPort): Connection {
  let listener: ConnectionListener | undefined;
  let end: ConnectionEnd | undefined;
  const early: Uint8Array[] = [];
  const finish = (why: ConnectionEnd): void => {
    if (end !== undefined) return;
    end = why;
    listener?.over(why);
    if (port.isOpen) port.close(() => undefined);
  };
  port.on('data', (bytes: Uint8Array) => {
    if (end !== undefined) return;
    if (listener === undefined) early.push(bytes);
    else listener.received(bytes);
  });
  port.on('error', () => finish('broken'));
  port.on('close', () => finish('broken'));
  return {
    listen(added) {
      listener = added;
      for (const bytes of early.splice(0)) added.received(bytes);
      if (end !== undefined) added.over(end);
    },
    write: (bytes) =>
      new Promise((resolve) => {
        if (end !== undefined || !port.isOpen) {
          resolve(false);
          return;
        }
        // A line torn while it is full takes nothing more, and never calls back.
        const torn = (): void => resolve(false);
        port.once('close', torn);
        port.write(Buffer.from(bytes), (error) => {
          port.removeListener('close', torn);
          const isTaken = error === undefined || error === null;
          if (!isTaken) finish('broken');
          resolve(isTaken);
        });
      }),
    close: () => finish('closed'),
  };
}
