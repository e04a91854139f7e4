import { bytesOfHex } from '../../link/capture.ts';
import type { HidCaptureLine } from '../capture.ts';
import type { HidDevice, HidLine, HidListener, HidOpening, HidPort } from '../port.ts';

export type Written = {
  readonly path: string;
  readonly kind: 'output' | 'feature';
  readonly report: Uint8Array;
};

type OpenDevice = { listener?: HidListener };

/** A USB bus that is not there: devices are plugged in, report and are pulled out by a script. */
export class VirtualHid {
  readonly #devices = new Map<string, HidDevice>();
  readonly #open = new Map<string, OpenDevice>();
  readonly #locked = new Set<string>();
  readonly #written: Written[] = [];
  readonly #listeners = new Set<() => void>();
  #lists = 0;
  #listingFault: string | undefined;

  /** What a driver is given. */
  readonly port: HidPort = {
    list: () => this.#list(),
    open: (path) => Promise.resolve(this.#openDevice(path)),
  };

  plug(device: HidDevice): void {
    this.#devices.set(device.path, device);
  }

  /** Whoever has it open hears that it is over. */
  unplug(path: string): void {
    this.#devices.delete(path);
    const own = this.#open.get(path);
    this.#open.delete(path);
    own?.listener?.over();
  }

  /** An input report; lost when nobody has the device open, as on a real bus. */
  report(path: string, report: Uint8Array): void {
    this.#open.get(path)?.listener?.report(report);
  }

  /** From now on the device is there and cannot be opened: another program has it. */
  lock(path: string): void {
    this.#locked.add(path);
  }

  unlock(path: string): void {
    this.#locked.delete(path);
  }

  /** The system cannot list devices; `undefined` ends it. */
  breakListing(reason: string | undefined): void {
    this.#listingFault = reason;
  }

  /** Output and feature reports of the driver, oldest first. */
  get written(): readonly Written[] {
    return this.#written;
  }

  get lists(): number {
    return this.#lists;
  }

  isOpen(path: string): boolean {
    return this.#open.get(path)?.listener !== undefined;
  }

  /** Called when a device was opened, closed or written to. The answer ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #list(): Promise<readonly HidDevice[]> {
    this.#lists += 1;
    return this.#listingFault === undefined
      ? Promise.resolve([...this.#devices.values()])
      : Promise.reject(new Error(this.#listingFault));
  }

  #openDevice(path: string): HidOpening {
    if (!this.#devices.has(path) || this.#locked.has(path)) {
      return { status: 'failed', detail: `cannot open ${path}` };
    }
    const own: OpenDevice = {};
    this.#open.set(path, own);
    const isThere = (): boolean => this.#open.get(path) === own;
    const take = (kind: Written['kind'], report: Uint8Array): Promise<boolean> => {
      if (isThere()) this.#written.push({ path, kind, report: Uint8Array.from(report) });
      this.#changed();
      return Promise.resolve(isThere());
    };
    const line: HidLine = {
      onReport: (listener) => {
        own.listener = listener;
        if (!isThere()) listener.over();
        this.#changed();
      },
      write: (report) => take('output', report),
      sendFeature: (report) => take('feature', report),
      close: () => {
        if (isThere()) this.#open.delete(path);
        this.#changed();
        return Promise.resolve();
      },
    };
    return { status: 'open', line };
  }
}

/** Plays the device's part of a capture, at once; `opened` waits for the driver after a plugging in. */
export async function playHid(
  hid: VirtualHid,
  capture: readonly HidCaptureLine[],
  opened: (path: string) => Promise<void>,
): Promise<void> {
  let path = '';
  for (const line of capture) {
    if (line.dir === 'plug') {
      path = line.device.path;
      hid.plug(line.device);
      await opened(path);
    } else if (line.dir === 'unplug') hid.unplug(path);
    else if (line.dir === 'in') hid.report(path, bytesOfHex(line.hex));
  }
}
