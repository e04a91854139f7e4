import { type HidBus, startHidBus } from '../../hid/virtual/bus.ts';
import type { HidDevice } from '../../hid/port.ts';
import { type PageAnswer, type PageQuestion, startPageServer } from '../../virtual/page-server.ts';
import { aimOf, pressReportsOf, scanReportsOf } from './wire.ts';

export type VirtualUsbName = 'scanner' | 'bump-bar';

/** As they are set in a store that has no real ones. */
export const VIRTUAL_SCANNER = { vendorId: 0x0c2e, productId: 0xfff1 } as const;
export const VIRTUAL_BUMP_BAR = { vendorId: 0x04d9, productId: 0xfff2 } as const;

export type VirtualScanner = {
  /** Of the USB bus. */
  readonly port: number;
  readonly pagePort: number;
  /** `false` when no till reads the scanner: the code is lost, as with a real one. */
  readonly scan: (code: string) => boolean;
  /** `1` to `9`, `0`, `enter`, `backspace`, `up`, `down`, `left`, `right`. */
  readonly press: (key: string) => boolean;
  /** Plugged in again it has another path. */
  readonly isPlugged: (name: VirtualUsbName) => boolean;
  readonly setPlugged: (name: VirtualUsbName, isPlugged: boolean) => void;
  /** Whether a till reads it. */
  readonly isOpen: (name: VirtualUsbName) => boolean;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
};

const SCANS_SHOWN = 20;

/** A scanner and a kitchen keypad on a USB bus that is not there, with a page to use them. */
export async function startVirtualScanner(options: {
  readonly name: string;
  readonly host?: string;
  /** 0 chooses a free one. */
  readonly port: number;
  readonly pagePort: number;
}): Promise<VirtualScanner> {
  const host = options.host ?? '127.0.0.1';
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const switchedOn = new Set<string>();
  const bus = await startHidBus({
    ...{ host, port: options.port, changed },
    onWritten(path, kind, report) {
      // A Honeywell speaks as a keyboard until it is told otherwise.
      if (kind === 'feature' && report[0] === 254 && report[1] === 1) switchedOn.add(path);
    },
  });
  const usb = new UsbDevices(bus, switchedOn);
  let scans: readonly { readonly code: string; readonly isHeard: boolean }[] = [];
  const scan = (code: string): boolean => {
    const isHeard = usb.report('scanner', scanReportsOf(code));
    scans = [{ code, isHeard }, ...scans].slice(0, SCANS_SHOWN);
    changed();
    return isHeard;
  };
  const press = (key: string): boolean => {
    const reports = pressReportsOf(key);
    return reports !== undefined && usb.report('bump-bar', reports);
  };
  const page = await startPageServer({
    host,
    port: options.pagePort,
    folder: new URL('./page/', import.meta.url),
    state: () => ({ name: options.name, address: `${host}:${bus.port}`, scans, ...usb.state }),
    answer: (question) => Promise.resolve(answerOf(question, { scan, press, usb })),
  }).catch(async (fault: unknown) => {
    await bus.close();
    throw fault;
  });
  listeners.add(page.changed);
  return {
    port: bus.port,
    pagePort: page.port,
    scan,
    press,
    isPlugged: (name) => usb.isPlugged(name),
    setPlugged: (name, isPlugged) => usb.setPlugged(name, isPlugged),
    isOpen: (name) => usb.isOpen(name),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      await Promise.all([page.close(), bus.close()]);
    },
  };
}

/** Which of the two is plugged in, and where: another path each time. */
class UsbDevices {
  readonly #bus: HidBus;
  /** Paths of scanners that were told not to type. */
  readonly #switchedOn: ReadonlySet<string>;
  readonly #paths = new Map<VirtualUsbName, string>();
  #count = 0;

  constructor(bus: HidBus, switchedOn: ReadonlySet<string>) {
    this.#bus = bus;
    this.#switchedOn = switchedOn;
    this.setPlugged('scanner', true);
    this.setPlugged('bump-bar', true);
  }

  get state(): object {
    const stateOf = (name: VirtualUsbName): object => ({
      isPlugged: this.isPlugged(name),
      isOpen: this.isOpen(name),
    });
    return { scanner: stateOf('scanner'), bumpBar: stateOf('bump-bar') };
  }

  setPlugged(name: VirtualUsbName, isPlugged: boolean): void {
    const path = this.#paths.get(name);
    if (isPlugged === (path !== undefined)) return;
    if (path !== undefined) {
      this.#paths.delete(name);
      this.#bus.unplug(path);
      return;
    }
    this.#count += 1;
    const next = `virtual-${name}-${this.#count}`;
    this.#paths.set(name, next);
    this.#bus.plug(deviceOf(name, next));
  }

  isPlugged(name: VirtualUsbName): boolean {
    return this.#paths.has(name);
  }

  isOpen(name: VirtualUsbName): boolean {
    const path = this.#paths.get(name);
    if (path === undefined || !this.#bus.isOpen(path)) return false;
    return name === 'bump-bar' || this.#switchedOn.has(path);
  }

  report(name: VirtualUsbName, reports: readonly Uint8Array[]): boolean {
    const path = this.#paths.get(name);
    if (path === undefined || !this.isOpen(name)) return false;
    for (const report of reports) this.#bus.report(path, report);
    return true;
  }
}

function deviceOf(name: VirtualUsbName, path: string): HidDevice {
  return name === 'scanner'
    ? { path, ...VIRTUAL_SCANNER, product: 'Scanner virtuel', usagePage: 0x8c, usage: 2 }
    : { path, ...VIRTUAL_BUMP_BAR, product: 'Clavier virtuel', usagePage: 1, usage: 7 };
}

const CODE_MAX = 2_000;

function answerOf(
  { method, path, body }: PageQuestion,
  context: {
    readonly scan: (code: string) => boolean;
    readonly press: (key: string) => boolean;
    readonly usb: UsbDevices;
  },
): PageAnswer | undefined {
  if (method !== 'POST') return undefined;
  const field = (name: string): string => {
    const value: unknown =
      typeof body === 'object' && body !== null
        ? Object.getOwnPropertyDescriptor(body, name)?.value
        : undefined;
    return typeof value === 'string' ? value : '';
  };
  if (path === '/scan') {
    const code = field('code');
    if (code === '' || code.length > CODE_MAX)
      return { type: 'refused', sentence: 'Saisir un code.' };
    if (!context.scan(code))
      return { type: 'refused', sentence: 'Aucune caisse ne lit ce scanner.' };
    return { type: 'json', value: { code, aim: aimOf(code) } };
  }
  if (path === '/press') {
    if (context.press(field('key'))) return { type: 'json', value: {} };
    return { type: 'refused', sentence: 'Aucun écran ne lit ce clavier.' };
  }
  const name = field('name');
  const isKnown = name === 'scanner' || name === 'bump-bar';
  if (!isKnown || (path !== '/plug' && path !== '/unplug')) return undefined;
  context.usb.setPlugged(name, path === '/plug');
  return { type: 'json', value: {} };
}
