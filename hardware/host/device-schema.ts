import { z } from 'zod';

import type { DeviceConfiguration, SerialLine, TransportConfiguration } from '../configuration.ts';

/** The devices of a store as they are read from its database or heard by the hardware host. */

const Id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const Name = z.string().min(1).max(80);
const Host = z.string().min(1).max(253);
const Port = z.int().min(1).max(65_535);
const Path = z.string().min(1).max(260);
const UsbId = z.int().min(0).max(0xffff);

const serialLine = {
  path: Path,
  baudRate: z.int().min(110).max(921_600),
  dataBits: z.union([z.literal(7), z.literal(8)]),
  parity: z.enum(['none', 'even', 'odd']),
  stopBits: z.union([z.literal(1), z.literal(2)]),
  flow: z.enum(['none', 'rts-cts', 'xon-xoff']),
};
const Line: z.ZodType<SerialLine> = z.strictObject(serialLine);

const Transport: z.ZodType<TransportConfiguration> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tcp'), host: Host, port: Port }),
  z.strictObject({ kind: z.literal('serial'), ...serialLine }),
  z.strictObject({ kind: z.literal('file'), path: Path }),
  z.strictObject({ kind: z.literal('spooler'), queue: Name }),
]);

const Printer = z.strictObject({
  kind: z.literal('printer'),
  id: Id,
  name: Name,
  language: z.enum(['esc-pos', 'star-prnt']),
  transport: Transport,
  profile: z.string().min(1).max(60),
  roles: z.array(z.enum(['receipt', 'kitchen', 'label'])).max(3),
  codeTable: z.int().min(0).max(255).optional(),
  isShared: z.boolean().optional(),
});

const terminal = {
  kind: z.literal('terminal'),
  id: Id,
  name: Name,
  tillNumber: z.string().regex(/^(?!00)\d\d$/),
};
const Terminal = z.discriminatedUnion('protocol', [
  z.strictObject({
    ...terminal,
    protocol: z.literal('caisse-ap'),
    host: Host,
    port: Port,
    ipc: z
      .string()
      .regex(/^[\x20-\x7e]{12}$/)
      .optional(),
  }),
  z.strictObject({ ...terminal, protocol: z.literal('concert'), line: Line }),
  z.strictObject({
    ...terminal,
    protocol: z.literal('stripe'),
    readerId: z.string().min(1).max(100),
    apiBase: z.url().optional(),
  }),
]);

const usb = {
  id: Id,
  name: Name,
  vendorId: UsbId,
  productId: UsbId,
  serialNumber: z.string().min(1).max(100).optional(),
};
const Scanner = z.strictObject({ kind: z.literal('scanner'), ...usb });
const BumpBar = z.strictObject({ kind: z.literal('bump-bar'), ...usb });
const Display = z.strictObject({
  kind: z.literal('customer-display'),
  id: Id,
  name: Name,
  line: Line,
  codeTable: z.union([z.literal(16), z.literal(19)]).optional(),
});

const caller = { kind: z.literal('caller-id'), id: Id, name: Name, lineId: Name };
const CallerId = z.discriminatedUnion('source', [
  z.strictObject({ ...caller, source: z.literal('modem'), line: Line }),
  z.strictObject({
    ...caller,
    source: z.literal('sip'),
    registrar: Host,
    port: Port,
    user: Name,
    localPort: z.int().min(0).max(65_535),
  }),
  z.strictObject({ ...caller, source: z.literal('long-poll'), url: z.url() }),
  z.strictObject({
    ...caller,
    source: z.literal('webhook'),
    host: Host,
    port: z.int().min(0).max(65_535),
  }),
]);

const Devices = z.discriminatedUnion('kind', [
  Printer,
  Terminal,
  Scanner,
  BumpBar,
  Display,
  CallerId,
]);

type KeysOf<T> = T extends unknown ? keyof T : never;
/** An optional key that the configuration has and the schema forgot would be refused at the door. */
type Forgotten = Exclude<KeysOf<DeviceConfiguration>, KeysOf<z.output<typeof Devices>>>;

export const DeviceSchema: z.ZodType<DeviceConfiguration> = Devices satisfies [Forgotten] extends [
  never,
]
  ? unknown
  : never;
