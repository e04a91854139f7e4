/** HID devices of the machine, whoever provides them: node-hid, a capture, a test. */

export type HidDevice = {
  /** Where the system has it now. Another one after each plugging in. */
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | undefined;
  readonly product?: string | undefined;
  /** HID usage tables: 0x01 desktop (keyboards), 0x8c bar code scanners. Not told by every system. */
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
};

export type HidPort = {
  /** Throws when the system cannot tell. Costly: ask every few seconds at most. */
  readonly list: () => Promise<readonly HidDevice[]>;
  readonly open: (path: string) => Promise<HidOpening>;
};

export type HidOpening =
  | { readonly status: 'open'; readonly line: HidLine }
  /** `detail` is the system's own, for the log. */
  | { readonly status: 'failed'; readonly detail: string };

export type HidLine = {
  /** One listener. What was reported before is not lost. */
  readonly onReport: (listener: HidListener) => void;
  /** An output report, its number first (0 when the device numbers none). `false`: not taken. */
  readonly write: (report: Uint8Array) => Promise<boolean>;
  /** A feature report, its number first. */
  readonly sendFeature: (report: Uint8Array) => Promise<boolean>;
  readonly close: () => Promise<void>;
};

export type HidListener = {
  /** An input report; its number first when the device numbers its reports. */
  readonly report: (report: Uint8Array) => void;
  /** Unplugged, or broken. Called once, unless we closed; nothing arrives later. */
  readonly over: () => void;
};
