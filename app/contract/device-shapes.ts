import { z } from 'zod';

/**
 * A device of a store as its settings hold it. The hardware host reads the same shape
 * (hardware/host/device-schema.ts), so that what a screen saves is what a driver gets.
 */

export const DeviceId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const Name = z.string().trim().min(1).max(80);
const Host = z.string().trim().min(1).max(253);
const Port = z.int().min(1).max(65_535);
const Path = z.string().trim().min(1).max(260);
const UsbId = z.int().min(0).max(0xffff);

const serialLine = {
  path: Path,
  baudRate: z.int().min(110).max(921_600),
  dataBits: z.union([z.literal(7), z.literal(8)]),
  parity: z.enum(['none', 'even', 'odd']),
  stopBits: z.union([z.literal(1), z.literal(2)]),
  flow: z.enum(['none', 'rts-cts', 'xon-xoff']),
};
const SerialLineShape = z.strictObject(serialLine);

const TransportShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tcp'), host: Host, port: Port }),
  z.strictObject({ kind: z.literal('serial'), ...serialLine }),
  z.strictObject({ kind: z.literal('file'), path: Path }),
  z.strictObject({ kind: z.literal('spooler'), queue: Name }),
]);

const PrinterShape = z.strictObject({
  kind: z.literal('printer'),
  id: DeviceId,
  name: Name,
  language: z.enum(['esc-pos', 'star-prnt']),
  transport: TransportShape,
  profile: z.string().min(1).max(60),
  roles: z
    .array(z.enum(['receipt', 'kitchen', 'label']))
    .max(3)
    .readonly(),
  codeTable: z.int().min(0).max(255).optional(),
  isShared: z.boolean().optional(),
});

const terminal = {
  kind: z.literal('terminal'),
  id: DeviceId,
  name: Name,
  tillNumber: z.string().regex(/^(?!00)\d\d$/),
};
const TerminalShape = z.discriminatedUnion('protocol', [
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
  z.strictObject({ ...terminal, protocol: z.literal('concert'), line: SerialLineShape }),
  z.strictObject({
    ...terminal,
    protocol: z.literal('stripe'),
    readerId: z.string().trim().min(1).max(100),
    apiBase: z.url().optional(),
  }),
]);

const usb = {
  id: DeviceId,
  name: Name,
  vendorId: UsbId,
  productId: UsbId,
  serialNumber: z.string().min(1).max(100).optional(),
};

const caller = { kind: z.literal('caller-id'), id: DeviceId, name: Name, lineId: Name };
const CallerIdShape = z.discriminatedUnion('source', [
  z.strictObject({ ...caller, source: z.literal('modem'), line: SerialLineShape }),
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

export const DeviceShape = z.discriminatedUnion('kind', [
  PrinterShape,
  TerminalShape,
  z.strictObject({ kind: z.literal('scanner'), ...usb }),
  z.strictObject({ kind: z.literal('bump-bar'), ...usb }),
  z.strictObject({
    kind: z.literal('customer-display'),
    id: DeviceId,
    name: Name,
    line: SerialLineShape,
    codeTable: z.union([z.literal(16), z.literal(19)]).optional(),
  }),
  CallerIdShape,
]);

export type Device = z.output<typeof DeviceShape>;
export type DeviceKind = Device['kind'];
export type DeviceLine = z.output<typeof SerialLineShape>;
