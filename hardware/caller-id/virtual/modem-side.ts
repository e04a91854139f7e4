import { createServer } from 'node:net';

import { closeServer, listen, portOf } from '../../virtual/listen.ts';

/** How reports are written and asked for; modems differ. */
export type ModemManner = {
  readonly hasSpaces: boolean;
  /** Which command switches reports on: V.253, or the older one of Rockwell. */
  readonly knows: 'vcid' | 'cid' | 'neither';
};

/** The serial cable, seen from the modem. */
export type Cable = {
  readonly say: (bytes: Uint8Array) => void;
  readonly cut: () => void;
};

/**
 * The modem between the telephone socket and the till, from the tables of V.250 and V.253: it echoes,
 * answers `OK` or `ERROR`, rings, and reports once it was asked to. Shares nothing with the driver.
 */
export class ModemSide {
  readonly #cables = new Set<Cable>();
  readonly #now: () => string;
  readonly #changed: () => void;
  #manner: ModemManner = { hasSpaces: true, knows: 'vcid' };
  #isReporting = false;
  #isSilent = false;

  /** `now`: ISO 8601 in UTC, for the date and time of a report. */
  constructor(now: () => string, changed: () => void = () => undefined) {
    this.#now = now;
    this.#changed = changed;
  }

  get isReporting(): boolean {
    return this.#isReporting;
  }

  setManner(manner: ModemManner): void {
    this.#manner = manner;
  }

  /** No answer to anything: its power is gone. */
  setSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
  }

  ring(): void {
    this.say('\r\nRING\r\n');
  }

  /** Comes between the first ring and the second. `undefined` is withheld, `O` not available. */
  report(number: string | undefined, name: string): void {
    if (this.#isReporting) this.say(reportOf(number, name, this.#now(), this.#manner));
  }

  /** Whatever a bad line brings. */
  say(text: string): void {
    const bytes = Buffer.from(text, 'latin1');
    if (!this.#isSilent) for (const cable of this.#cables) cable.say(bytes);
  }

  /** Its power went and came back: it answers as before, and reports nothing until it is asked to. */
  losePower(): void {
    this.#isReporting = false;
    this.#changed();
  }

  cut(): void {
    this.#isReporting = false;
    for (const cable of this.#cables) cable.cut();
    this.#cables.clear();
  }

  /** A till plugs in. */
  attach(cable: Cable): {
    readonly received: (bytes: Uint8Array) => void;
    readonly over: () => void;
  } {
    let typed = '';
    this.#cables.add(cable);
    return {
      received: (bytes) => {
        if (this.#isSilent) return;
        cable.say(bytes);
        typed += Buffer.from(bytes).toString('latin1');
        for (let end = typed.indexOf('\r'); end >= 0; end = typed.indexOf('\r')) {
          const isKnown = this.#obey(typed.slice(0, end).trim().toUpperCase());
          typed = typed.slice(end + 1);
          cable.say(Buffer.from(isKnown ? '\r\nOK\r\n' : '\r\nERROR\r\n'));
        }
      },
      over: () => {
        this.#cables.delete(cable);
        // Who plugs in next asks again.
        if (this.#cables.size === 0) this.#isReporting = false;
        this.#changed();
      },
    };
  }

  #obey(command: string): boolean {
    const { knows } = this.#manner;
    const isAsked =
      (command === 'AT+VCID=1' && knows === 'vcid') || (command === 'AT#CID=1' && knows === 'cid');
    if (isAsked) {
      this.#isReporting = true;
      this.#changed();
    }
    return isAsked || /^AT(Z|E\d|I\d?)?$/.test(command);
  }
}

function reportOf(
  number: string | undefined,
  name: string,
  now: string,
  { hasSpaces }: ModemManner,
): string {
  const equals = hasSpaces ? ' = ' : '=';
  const fields = [
    ['DATE', `${now.slice(5, 7)}${now.slice(8, 10)}`],
    ['TIME', `${now.slice(11, 13)}${now.slice(14, 16)}`],
    ['NMBR', number ?? 'P'],
    ...(name === '' ? [] : [['NAME', name]]),
  ];
  return fields.map(([field, value]) => `\r\n${field}${equals}${value}\r\n`).join('');
}

/** The modem behind a serial server (raw TCP). */
export async function listenModem(
  modem: ModemSide,
  at: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server = createServer((socket) => {
    const side = modem.attach({
      say: (bytes) => void socket.write(bytes),
      cut: () => void socket.destroy(),
    });
    // A till that vanishes does not stop a modem; `close` follows in any case.
    socket.on('error', () => undefined);
    socket.on('close', side.over);
    socket.on('data', side.received);
  });
  await listen(server, at);
  return {
    port: portOf(server),
    async close() {
      modem.cut();
      await closeServer(server);
    },
  };
}
