import { z } from 'zod';

import type { Contract } from '../contract.ts';
import { DeviceId, DeviceShape } from '../device-shapes.ts';
import { Approval } from '../order-shapes.ts';

const Done = z.object({});
const Nothing = z.strictObject({});

/** What a device was last asked to show that it works. It outlives the node that asked. */
const LastTest = z.object({
  testId: z.string(),
  kind: z.enum(['self-test', 'test-page', 'calibration-page', 'test-payment']),
  /** `in-doubt`: of a test payment, nobody knows whether the card was charged. */
  status: z.enum(['running', 'ok', 'failed', 'in-doubt']),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  /** In French, for the person who pressed the key. */
  sentence: z.string().optional(),
  action: z.string().optional(),
});

const Metrics = z.object({
  tries: z.int(),
  failures: z.int(),
  failuresInARow: z.int(),
  lastOkAt: z.string().optional(),
});

/**
 * The devices of this store, for its set-up screen. What changes something needs `settings.devices`.
 * Secrets (an operator's token, the key of a payment provider) are no settings and never pass here.
 */
export const deviceMethods = {
  'devices.list': {
    roles: ['counter', 'manager'],
    reads: ['devices', 'status'],
    input: Nothing,
    output: z.array(
      z.object({
        device: DeviceShape,
        /** Named on the command line and not in the settings: saving it here makes it a setting. */
        isOfCommandLine: z.boolean(),
        /** On this very machine, as simulators are: a test payment charges nobody. */
        isVirtual: z.boolean(),
        state: z.object({
          status: z.enum(['ready', 'busy', 'trouble', 'unknown']),
          detail: z.string().optional(),
          action: z.string().optional(),
          since: z.string(),
        }),
        capabilities: z.array(
          z.enum([
            'cutter',
            'drawer',
            'graphics',
            'job-id',
            'status',
            'unconfirmed',
            'refund',
            'cancel',
            'duplicate',
            'status-of',
          ]),
        ),
        metrics: Metrics,
        /** The node's clock, to tell today from before. */
        now: z.string(),
        lastTest: LastTest.optional(),
      }),
    ),
  },
  /** What a device can be set to. */
  'devices.options': {
    roles: ['counter', 'manager'],
    reads: ['devices'],
    input: Nothing,
    output: z.object({
      profiles: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          language: z.enum(['esc-pos', 'star-prnt']),
          columns: z.int(),
          codeTable: z.int(),
          /** The lines of the calibration page, as the right printer shows them, from 1. */
          lines: z.array(z.object({ codeTable: z.int(), text: z.string() })),
        }),
      ),
    }),
  },
  /** Adds a device or changes the one with its id. It is in use at once. */
  'device.save': {
    roles: ['counter', 'manager'],
    input: z.strictObject({ device: DeviceShape, approval: Approval.optional() }),
    output: Done,
  },
  'device.remove': {
    roles: ['counter', 'manager'],
    input: z.strictObject({ deviceId: DeviceId, approval: Approval.optional() }),
    output: Done,
  },
  /**
   * Begins a test; how it ends is `lastTest` of the device. A test payment asks the terminal for one
   * cent: it is no sale and in no figure; on a real terminal it needs `isConfirmed`.
   */
  'device.test': {
    roles: ['counter', 'manager'],
    input: z.strictObject({
      deviceId: DeviceId,
      kind: z.enum(['self-test', 'test-page', 'test-payment']),
      isConfirmed: z.boolean().optional(),
      approval: Approval.optional(),
    }),
    output: z.object({ testId: z.string() }),
  },
  /** What the driver said lately, card numbers masked; the newest last. */
  'device.log': {
    roles: ['counter', 'manager'],
    reads: ['devices', 'status'],
    input: z.strictObject({ deviceId: DeviceId }),
    output: z.object({
      lines: z.array(
        z.object({
          at: z.string(),
          level: z.enum(['info', 'warn']),
          sentence: z.string(),
          fields: z.string(),
        }),
      ),
    }),
  },
  /** Who is at an address that somebody typed. Prints nothing, and tries no other address. */
  'device.probe': {
    roles: ['counter', 'manager'],
    input: z.strictObject({
      host: z.string().trim().min(1).max(253),
      port: z.int().min(1).max(65_535),
      approval: Approval.optional(),
    }),
    output: z.object({
      status: z.enum(['printer', 'silent', 'occupied', 'not-reached']),
      language: z.enum(['esc-pos', 'star-prnt']).optional(),
      /** The profile that fits best; a person confirms it. */
      profile: z.string().optional(),
      maker: z.string().optional(),
      model: z.string().optional(),
    }),
  },
  /** Prints the page with one line for each table of letters that the printer may have. */
  'printer.calibrate': {
    roles: ['counter', 'manager'],
    input: z.strictObject({ deviceId: DeviceId, approval: Approval.optional() }),
    output: z.object({ testId: z.string() }),
  },
  /** The line that reads right on the calibration page: the printer prints with its table from now on. */
  'printer.choose-table': {
    roles: ['counter', 'manager'],
    input: z.strictObject({
      deviceId: DeviceId,
      line: z.int().min(1).max(20),
      approval: Approval.optional(),
    }),
    output: Done,
  },
  /** The serial lines that the system names; `isListed` false where it cannot tell. */
  'serial.ports': {
    roles: ['counter', 'manager'],
    input: Nothing,
    output: z.object({
      isListed: z.boolean(),
      ports: z.array(z.object({ path: z.string(), maker: z.string().optional() })),
    }),
  },
  /** The USB devices that scan or have keys; `isListed` false where the system cannot tell. */
  'hid.list': {
    roles: ['counter', 'manager'],
    input: Nothing,
    output: z.object({
      isListed: z.boolean(),
      devices: z.array(
        z.object({
          vendorId: z.int(),
          productId: z.int(),
          serialNumber: z.string().optional(),
          product: z.string().optional(),
          isScanner: z.boolean(),
        }),
      ),
    }),
  },
} as const satisfies Contract;
