import { z } from 'zod';

import type { CallEvent } from '#app/domain/caller-id.ts';
import type { Block } from '#app/receipt/blocks.ts';

import type { DeviceConfiguration, DeviceState } from '../configuration.ts';
import type { DuplicateOutcome, LateAnswer, TerminalOutcome } from '../terminal/card-terminal.ts';
import type { PrintOutcome } from '../printer/device.ts';
import type { LogLine } from '../supervisor/log-ring.ts';
import type { DeviceMetrics, SelfTest } from '../supervisor/supervisor.ts';
import { DeviceSchema } from './device-schema.ts';
import type { HidListing, SerialListing } from './listings.ts';

/**
 * What a store node and its hardware host say to each other, over Node's channel or a port of
 * Electron. Both sides check what they hear. A request has an id; it is answered once, or never when
 * the host dies, and then nobody sends it again.
 */

const Id = z.int().min(1);
const DeviceId = z.string().min(1).max(40);
const PaymentId = z.string().min(1).max(80);
const AmountCents = z.int().min(1).max(999_999_999_999);
const JobId = z.union([z.string().min(1).max(80), z.int()]);
const Milliseconds = z.int().min(1).max(3_600_000);

/** Made by our own code and laid out by it: only the kind of each block is looked at. */
const Blocks = z.custom<readonly Block[]>(
  (value) =>
    Array.isArray(value) &&
    value.every((block: unknown) => typeof (block as { type?: unknown })?.type === 'string'),
);

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Where the usual times do not fit: a test, or a terminal known to be slow. */
const Times = z.record(z.string(), Milliseconds);

const money = { id: Id, deviceId: DeviceId, paymentId: PaymentId, amountCents: AmountCents };

export const ToHost = z.discriminatedUnion('type', [
  /** All devices, in place of those it had. A device whose configuration is the same is left alone. */
  z.strictObject({
    type: z.literal('configure'),
    devices: z.array(z.strictObject({ configuration: DeviceSchema, times: Times.optional() })),
  }),
  z.strictObject({
    type: z.literal('print'),
    id: Id,
    deviceId: DeviceId,
    jobId: JobId,
    content: z.union([z.strictObject({ blocks: Blocks }), z.strictObject({ bytes: Bytes })]),
  }),
  z.strictObject({ type: z.literal('open-drawer'), id: Id, deviceId: DeviceId, jobId: JobId }),
  z.strictObject({ type: z.literal('recover'), id: Id, deviceId: DeviceId }),
  z.strictObject({ type: z.literal('pay'), ...money }),
  z.strictObject({ type: z.literal('refund'), ...money, originalId: PaymentId }),
  z.strictObject({ type: z.literal('cancel'), ...money, originalId: PaymentId }),
  z.strictObject({ type: z.literal('duplicate'), ...money }),
  z.strictObject({
    type: z.literal('status-of'),
    id: Id,
    deviceId: DeviceId,
    paymentId: PaymentId,
  }),
  /** The wait for this request is given up; the terminal does not hear of it. */
  z.strictObject({ type: z.literal('give-up'), requestId: Id }),
  /** A person settled a payment in doubt: a late answer is not waited for any more. */
  z.strictObject({ type: z.literal('settle'), deviceId: DeviceId, paymentId: PaymentId }),
  z.strictObject({
    type: z.literal('show'),
    id: Id,
    deviceId: DeviceId,
    lines: z.array(z.string().max(200)).max(2),
  }),
  z.strictObject({ type: z.literal('read-log'), id: Id, deviceId: DeviceId }),
  z.strictObject({ type: z.literal('self-test'), id: Id, deviceId: DeviceId }),
  z.strictObject({ type: z.literal('ping'), id: Id }),
  /** What the machine has, whether it is set up or not. */
  z.strictObject({ type: z.literal('list'), id: Id, what: z.enum(['serial', 'hid']) }),
  /** Closes every device, answers what is under way, and ends. */
  z.strictObject({ type: z.literal('stop') }),
]);
export type ToHost = z.output<typeof ToHost>;

export type ConfiguredDevice = {
  readonly configuration: DeviceConfiguration;
  readonly times?: Readonly<Record<string, number>> | undefined;
};

/** What a device says of its own accord. */
export type DeviceEvent =
  | { readonly kind: 'call'; readonly deviceId: string; readonly call: CallEvent }
  | {
      readonly kind: 'scan';
      readonly deviceId: string;
      readonly code: string;
      readonly symbology?: string | undefined;
      readonly at: string;
    }
  | { readonly kind: 'bump-key'; readonly deviceId: string; readonly key: string }
  | { readonly kind: 'late-answer'; readonly deviceId: string; readonly late: LateAnswer };

/** How the use of a device ended, by the kind of request. */
export type DeviceLog = { readonly lines: readonly LogLine[]; readonly metrics: DeviceMetrics };

const Reason = z.string().min(1).max(60);
const Text = z.string().max(2_000);

const Paid = z.object({
  status: z.literal('paid'),
  card: z.object({ authorisation: Text, maskedNumber: Text }),
});
const NotPaid = [
  z.object({ status: z.literal('declined'), reason: Reason }),
  z.object({ status: z.literal('not-sent'), reason: Reason }),
  z.object({ status: z.literal('in-doubt'), reason: Reason }),
  z.object({ status: z.literal('busy') }),
] as const;

// NOTE: loose on purpose: what the statuses mean is fixed, the words that explain them are the drivers'.
const Loose = <Shape extends z.ZodObject>(shape: Shape): Shape => shape.loose() as never;

export const PaymentReply = z
  .union([Loose(Paid), ...NotPaid.map(Loose)])
  .transform((value) => value as unknown as TerminalOutcome);
export const DuplicateReply = z
  .union([z.object({ status: z.literal('printed') }), ...NotPaid.map(Loose)])
  .transform((value) => value as unknown as DuplicateOutcome);
export const PrintReply = z
  .union([
    z.object({ status: z.literal('printed') }),
    z.object({ status: z.literal('not-sent'), reason: Reason }),
    z.object({ status: z.literal('unknown'), reason: Reason }),
    z.object({ status: z.literal('rejected'), reason: Reason }),
    // A queue of the operating system took it, and says nothing more.
    z.object({ status: z.literal('unverified') }),
  ])
  .transform((value) => value as unknown as PrintOutcome);
export const DoneReply = z.object({ isDone: z.boolean() });
export const LogReply: z.ZodType<DeviceLog> = z.object({
  lines: z.array(
    z.object({ at: Text, level: z.enum(['info', 'warn']), sentence: Text, fields: Text }),
  ),
  metrics: z.object({
    tries: z.int(),
    failures: z.int(),
    failuresInARow: z.int(),
    lastOkAt: Text.optional(),
  }),
});
export const SerialReply: z.ZodType<SerialListing> = z.object({
  isListed: z.boolean(),
  ports: z.array(z.object({ path: Text, maker: Text.optional() })),
});
export const HidReply: z.ZodType<HidListing> = z.object({
  isListed: z.boolean(),
  devices: z.array(
    z.object({
      vendorId: z.int(),
      productId: z.int(),
      serialNumber: Text.optional(),
      product: Text.optional(),
      isScanner: z.boolean(),
    }),
  ),
});
export const SelfTestReply: z.ZodType<SelfTest> = z.object({
  isOk: z.boolean(),
  sentence: Text,
  action: Text.optional(),
});

const State: z.ZodType<DeviceState> = z.object({
  id: DeviceId,
  status: z.enum(['ready', 'busy', 'trouble', 'unknown']),
  detail: Text.optional(),
  action: Text.optional(),
  since: Text,
});

const Call: z.ZodType<CallEvent> = z.object({
  lineId: Text,
  e164: Text.optional(),
  isPrivate: z.boolean(),
  at: Text,
  kind: z.enum(['ringing', 'answered', 'ended']),
  sourceCallId: Text,
});

const Event: z.ZodType<DeviceEvent> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), deviceId: DeviceId, call: Call }),
  z.object({
    kind: z.literal('scan'),
    deviceId: DeviceId,
    code: Text,
    symbology: Text.optional(),
    at: Text,
  }),
  z.object({ kind: z.literal('bump-key'), deviceId: DeviceId, key: z.string().max(20) }),
  z.object({
    kind: z.literal('late-answer'),
    deviceId: DeviceId,
    late: z.object({ paymentId: PaymentId, outcome: PaymentReply }),
  }),
]);

export const FromHost = z.discriminatedUnion('type', [
  /** Its first message: from now on it takes requests. */
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('reply'), id: Id, value: z.unknown() }),
  /** The state of one device has changed, or is told for the first time. */
  z.strictObject({ type: z.literal('state'), state: State }),
  z.strictObject({ type: z.literal('event'), event: Event }),
  z.strictObject({
    type: z.literal('log'),
    deviceId: DeviceId,
    line: z.object({ at: Text, level: z.enum(['info', 'warn']), sentence: Text, fields: Text }),
  }),
  /** A message it could not read, a driver that threw: a bug, for the log. */
  z.strictObject({ type: z.literal('fault'), sentence: Text }),
  /** Its last message, after `stop`: every device is closed, every request answered. */
  z.strictObject({ type: z.literal('closed') }),
]);
export type FromHost = z.output<typeof FromHost>;
/** As the host writes it. */
export type HostMessage =
  | Exclude<FromHost, { type: 'event' | 'log' | 'state' }>
  | { readonly type: 'state'; readonly state: DeviceState }
  | { readonly type: 'event'; readonly event: DeviceEvent }
  | { readonly type: 'log'; readonly deviceId: string; readonly line: LogLine };
