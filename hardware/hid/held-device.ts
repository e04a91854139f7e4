import type { DeviceBoard } from '../device-board.ts';
import type { Log } from '../link/log.ts';
import type { Timers } from '../link/timers.ts';
import { LIST_EVERY_MS } from './node-hid-port.ts';
import type { HidDevice, HidLine, HidPort } from './port.ts';

/** How a device is known again: its path changes with every plugging in, these do not. */
export type HidIdentity = {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | undefined;
};

type HeldContext = {
  readonly port: HidPort;
  readonly identity: HidIdentity;
  /** A device may have several faces; the one with this usage page is taken where there is one. */
  readonly usagePage: number;
  /** In French, with its article and a capital: `Le scanner`. */
  readonly name: string;
  readonly timers: Timers;
  readonly log: Log;
  readonly board: DeviceBoard;
  readonly onReport: (report: Uint8Array) => void;
  /** Found and opened, also after each plugging in: what is half read is void. */
  readonly onOpen: (line: HidLine) => Promise<void>;
};

const WAIT_MAX_MS = 60_000;

/**
 * Looks for a device, holds it open, and finds it again after it was pulled out. A device that is
 * there but cannot be opened is tried less and less often.
 */
export class HeldDevice {
  readonly #context: HeldContext;
  #line: HidLine | undefined;
  #isClosed = false;
  #failures = 0;
  #cancelWait = (): void => undefined;

  constructor(context: HeldContext) {
    this.#context = context;
    void this.#look();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelWait();
    const held = this.#line;
    this.#line = undefined;
    await held?.close();
  }

  async #look(): Promise<void> {
    const found = await this.#find();
    if (this.#isClosed) return;
    if (found === 'unknown') this.#failed('Les appareils USB ne peuvent pas être lus', undefined);
    else if (found === undefined) this.#missing();
    else await this.#open(found);
  }

  async #find(): Promise<HidDevice | 'unknown' | undefined> {
    const { port, identity, usagePage, log } = this.#context;
    try {
      return pick(await port.list(), identity, usagePage);
    } catch (fault) {
      log.warn({ detail: String(fault) }, 'HID devices cannot be listed');
      return 'unknown';
    }
  }

  async #open({ path }: HidDevice): Promise<void> {
    const { port, log, board, name, onOpen, onReport } = this.#context;
    const opening = await port.open(path);
    if (opening.status === 'failed') {
      log.warn({ path, detail: opening.detail }, 'HID device not opened');
      this.#failed(
        `${name} ne peut pas être ouvert`,
        'Fermer l’autre programme qui l’utilise, ou vérifier les droits d’accès',
      );
      return;
    }
    const { line } = opening;
    if (this.#isClosed) {
      await line.close();
      return;
    }
    this.#failures = 0;
    this.#line = line;
    await onOpen(line);
    line.onReport({
      report: onReport,
      over: () => {
        if (this.#line !== line) return;
        this.#line = undefined;
        log.info({ path }, 'HID device pulled out');
        void line.close();
        // NOTE: not looked for at once: a list made just before still has the path that is gone.
        this.#missing();
      },
    });
    if (this.#line === line) board.set({ status: 'ready' });
  }

  #missing(): void {
    const { board, name } = this.#context;
    this.#failures = 0;
    board.set({
      status: 'trouble',
      detail: `${name} est débranché`,
      action: 'Rebrancher sur un port USB',
    });
    this.#wait();
  }

  #failed(detail: string, action: string | undefined): void {
    this.#failures += 1;
    this.#context.board.set({ status: 'trouble', detail, action });
    this.#wait();
  }

  #wait(): void {
    if (this.#isClosed) return;
    const delayMs = Math.min(LIST_EVERY_MS * 2 ** Math.max(0, this.#failures - 1), WAIT_MAX_MS);
    this.#cancelWait = this.#context.timers.after(delayMs, () => void this.#look());
  }
}

function pick(
  devices: readonly HidDevice[],
  identity: HidIdentity,
  usagePage: number,
): HidDevice | undefined {
  const own = devices.filter(
    (device) =>
      device.vendorId === identity.vendorId &&
      device.productId === identity.productId &&
      (identity.serialNumber === undefined || device.serialNumber === identity.serialNumber),
  );
  return own.find((device) => device.usagePage === usagePage) ?? own[0];
}
