/**
 * What a store has at its tills, as the settings hold it. Plain data: it travels to the hardware
 * host and is kept in the store's database. Each driver reads its own shape; nothing is probed.
 */

export type SerialLine = {
  /** `/dev/ttyACM0`, `COM3`. */
  readonly path: string;
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
  readonly flow: 'none' | 'rts-cts' | 'xon-xoff';
};

export type TransportConfiguration =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | ({ readonly kind: 'serial' } & SerialLine)
  /** A device file such as `/dev/usb/lp0`. */
  | { readonly kind: 'file'; readonly path: string }
  /** A queue of the operating system: one way, so what is printed is never confirmed. */
  | { readonly kind: 'spooler'; readonly queue: string };

/** What a printer is for. A role without a working printer falls back as `main/readers` says. */
export type PrinterRole = 'receipt' | 'kitchen' | 'label';

export type PrinterConfiguration = {
  readonly kind: 'printer';
  readonly id: string;
  readonly name: string;
  readonly language: 'esc-pos' | 'star-prnt';
  readonly transport: TransportConfiguration;
  /** Key of `hardware/printer/profiles`. */
  readonly profile: string;
  readonly roles: readonly PrinterRole[];
  /** Found with the calibration page, where the profile's own is wrong for this printer. */
  readonly codeTable?: number | undefined;
  /** Other tills print on it too, so its line is not held between jobs. */
  readonly isShared?: boolean | undefined;
};

export type TerminalConfiguration = {
  readonly kind: 'terminal';
  readonly id: string;
  readonly name: string;
  /** `01` to `99`, as the terminal knows this till. */
  readonly tillNumber: string;
} & (
  | {
      readonly protocol: 'caisse-ap';
      readonly host: string;
      readonly port: number;
      readonly ipc?: string | undefined;
    }
  | { readonly protocol: 'concert'; readonly line: SerialLine }
  /** Driven through Stripe's servers; `apiBase` is for a test double. The key is never stored here. */
  | {
      readonly protocol: 'stripe';
      readonly readerId: string;
      readonly apiBase?: string | undefined;
    }
);

export type ScannerConfiguration = {
  readonly kind: 'scanner';
  readonly id: string;
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | undefined;
};

export type BumpBarConfiguration = {
  readonly kind: 'bump-bar';
  readonly id: string;
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | undefined;
};

/** A pole display of two lines of twenty characters. The second window needs no driver. */
export type CustomerDisplayConfiguration = {
  readonly kind: 'customer-display';
  readonly id: string;
  readonly name: string;
  readonly line: SerialLine;
  /** As the display numbers it: 16 is Windows-1252 (unless said), 19 is CP858. */
  readonly codeTable?: 16 | 19 | undefined;
};

export type CallerIdConfiguration = {
  readonly kind: 'caller-id';
  readonly id: string;
  readonly name: string;
  /** The telephone line, as staff call it: `Ligne 1`. */
  readonly lineId: string;
} & (
  | { readonly source: 'modem'; readonly line: SerialLine }
  | {
      readonly source: 'sip';
      readonly registrar: string;
      readonly port: number;
      readonly user: string;
      readonly localPort: number;
    }
  | { readonly source: 'long-poll'; readonly url: string }
  | { readonly source: 'webhook'; readonly host: string; readonly port: number }
);

export type DeviceConfiguration =
  | PrinterConfiguration
  | TerminalConfiguration
  | ScannerConfiguration
  | BumpBarConfiguration
  | CustomerDisplayConfiguration
  | CallerIdConfiguration;

/** What a person sees of any device. `action` is what they can do: `Remettre du papier`. */
export type DeviceState = {
  readonly id: string;
  readonly status: 'ready' | 'busy' | 'trouble' | 'unknown';
  /** In French. */
  readonly detail?: string | undefined;
  readonly action?: string | undefined;
  /** ISO 8601 in UTC. */
  readonly since: string;
};
