import { createConnection, type Socket } from 'node:net';

import { bytesOfHex, hexOfBytes } from '../../link/capture.ts';
import type { HidDevice, HidLine, HidListener, HidOpening, HidPort } from '../port.ts';
import { eachBusLine, say } from './bus.ts';

type Opened = { listener?: HidListener };

const CONNECT_MS = 1_000;

/** The devices of a simulated USB bus; none while it does not run. Nothing else differs for a driver. */
export function busHidPort(at: { readonly host: string; readonly port: number }): HidPort {
  const bus = new BusClient(at);
  return { list: () => bus.list(), open: (path) => Promise.resolve(bus.open(path)) };
}

/** Two ports as one: real devices and simulated ones. A path belongs to the port that listed it. */
export function joinedHidPort(one: HidPort, other: HidPort): HidPort {
  let others: ReadonlySet<string> = new Set();
  return {
    async list() {
      const second = await other.list();
      others = new Set(second.map(({ path }) => path));
      // A machine that cannot list real devices is no reason to miss simulated ones.
      const first = second.length === 0 ? one.list() : one.list().catch(() => []);
      return [...(await first), ...second];
    },
    open: (path) => (others.has(path) ? other : one).open(path),
  };
}

class BusClient {
  readonly #at: { readonly host: string; readonly port: number };
  readonly #devices = new Map<string, HidDevice>();
  readonly #open = new Map<string, Opened>();
  #socket: Socket | undefined;

  constructor(at: { readonly host: string; readonly port: number }) {
    this.#at = at;
  }

  async list(): Promise<readonly HidDevice[]> {
    if (this.#socket === undefined) await this.#connect();
    return [...this.#devices.values()];
  }

  open(path: string): HidOpening {
    const socket = this.#socket;
    if (socket === undefined || !this.#devices.has(path)) {
      return { status: 'failed', detail: `${path} is not on the bus` };
    }
    const own: Opened = {};
    this.#open.set(path, own);
    say(socket, { say: 'open', path });
    const isThere = (): boolean => this.#open.get(path) === own;
    const write = (kind: 'out' | 'feature', report: Uint8Array): Promise<boolean> => {
      if (isThere()) say(socket, { say: kind, path, hex: hexOfBytes(report) });
      return Promise.resolve(isThere());
    };
    const line: HidLine = {
      onReport(listener) {
        own.listener = listener;
        if (!isThere()) listener.over();
      },
      write: (report) => write('out', report),
      sendFeature: (report) => write('feature', report),
      close: () => {
        if (isThere()) {
          this.#open.delete(path);
          say(socket, { say: 'close', path });
        }
        // A bus that nobody has a device of keeps no process alive.
        if (this.#open.size === 0) this.#disconnect();
        return Promise.resolve();
      },
    };
    return { status: 'open', line };
  }

  #connect(): Promise<void> {
    return new Promise((resolve) => {
      const socket = createConnection(this.#at);
      const give = (): void => {
        socket.setTimeout(0);
        resolve();
      };
      socket.setTimeout(CONNECT_MS, () => socket.destroy());
      socket.on('error', () => undefined);
      socket.on('close', () => {
        if (this.#socket === socket) this.#disconnect();
        give();
      });
      socket.on('connect', () => {
        this.#socket = socket;
        // Nothing is plugged in when nothing is said: known at the next look.
        if (this.#devices.size === 0) socket.setTimeout(CONNECT_MS, give);
      });
      eachBusLine(socket, (line) => {
        if (line.say === 'plug') {
          this.#devices.set(line.device.path, line.device);
          give();
        } else if (line.say === 'unplug') this.#pulled(line.path);
        else if (line.say === 'in') {
          this.#open.get(line.path)?.listener?.report(bytesOfHex(line.hex));
        }
      });
    });
  }

  #pulled(path: string): void {
    this.#devices.delete(path);
    const own = this.#open.get(path);
    this.#open.delete(path);
    own?.listener?.over();
  }

  #disconnect(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
    for (const path of [...this.#devices.keys()]) this.#pulled(path);
  }
}
