import { z } from 'zod';

import { RIGHTS, STAFF_ROLES } from '../../domain/staff/rights.ts';
import type { Contract } from '../contract.ts';
import { Approval } from '../order-shapes.ts';
import { Cents, Id, Sentence, Uuid } from '../shapes.ts';

const Done = z.object({});
const Nothing = z.strictObject({});

const Session = z.object({
  employeeId: z.string(),
  firstName: z.string(),
  role: z.enum(STAFF_ROLES),
  rights: z.array(z.enum(RIGHTS)),
  isLocked: z.boolean(),
  /** Without a touch for that long, the screen locks itself. */
  lockAfterSeconds: z.int(),
  isTraining: z.boolean(),
});

/** What the customer sees. The text is the formatter's, the amounts are the node's. */
const Shown = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        quantity: z.int().min(1).max(50),
        text: z.string().max(300),
        detail: z.array(z.string().max(200)).max(30),
        grossCents: z.int(),
      }),
    )
    .max(100),
  discounts: z.array(z.strictObject({ name: z.string().max(80), cents: z.int() })).max(40),
  totalCents: Cents,
  dueCents: z.int(),
  stage: z.enum(['idle', 'ordering', 'paying', 'paid']),
  changeCents: z.int().optional(),
  /** Drawn as a QR code once paid. */
  receiptUrl: z.string().max(200).optional(),
});

/** Who stands at this till, what is parked on it, and what its customer sees. */
export const tillMethods = {
  /** For the keys of the sign-in screen. */
  'staff.list': {
    roles: ['counter', 'manager'],
    reads: ['staff'],
    input: Nothing,
    output: z.array(
      z.object({
        employeeId: z.string(),
        firstName: z.string(),
        role: z.enum(STAFF_ROLES),
        /** Too many wrong PINs: not before then. */
        lockedUntil: z.string().optional(),
        /** Of the demonstration only: the PIN to begin with, for the hint of the sign-in screen. */
        firstPin: z.string().optional(),
      }),
    ),
  },
  'session.current': {
    roles: ['counter', 'manager'],
    reads: ['session'],
    input: Nothing,
    output: z.object({ device: z.string(), session: Session.optional() }),
  },
  'staff.sign-in': {
    roles: ['counter', 'manager'],
    input: z.strictObject({ employeeId: Id, pin: z.string().regex(/^\d{4,8}$/) }),
    output: Session,
  },
  /** Whether this PIN gives this right, as soon as it is typed. What is done with it is asked again. */
  'staff.check-approval': {
    roles: ['counter', 'manager'],
    input: z.strictObject({ right: z.enum(RIGHTS), approval: Approval }),
    output: Done,
  },
  'staff.sign-out': { roles: ['counter', 'manager'], input: Nothing, output: Done },
  /** The order being taken stays; only its owner or a manager opens the screen again. */
  'staff.lock': { roles: ['counter', 'manager'], input: Nothing, output: Done },
  /** The other tills of the store, to transfer an order to. */
  'till.list': {
    roles: ['counter', 'manager'],
    reads: ['session'],
    input: Nothing,
    output: z.array(
      z.object({ device: z.string(), firstName: z.string().optional(), isOnline: z.boolean() }),
    ),
  },
  'draft.park': {
    roles: ['counter'],
    input: z.strictObject({
      draftId: Uuid,
      /** For a person: `M. Diallo`, `Dame au manteau rouge`. */
      name: Sentence.max(60).optional(),
      totalCents: Cents,
      /** The screen's own; the node keeps it as it is. */
      draft: z.string().max(60_000),
    }),
    output: Done,
  },
  'draft.list': {
    roles: ['counter'],
    reads: ['drafts'],
    input: Nothing,
    output: z.array(
      z.object({
        draftId: z.string(),
        name: z.string().optional(),
        totalCents: z.int(),
        parkedAt: z.string(),
        by: z.string(),
        device: z.string(),
      }),
    ),
  },
  /** Hands the draft out once; refused when another till was faster. */
  'draft.take': {
    roles: ['counter'],
    input: z.strictObject({ draftId: Uuid }),
    output: z.object({ draft: z.string() }),
  },
  'display.show': { roles: ['counter'], input: Shown, output: Done },
  'display.current': {
    roles: ['display', 'counter'],
    reads: ['display'],
    input: z.strictObject({ device: Id.optional() }),
    output: z.object({
      storeName: z.string(),
      isTraining: z.boolean(),
      shown: Shown.optional(),
      /** Promotions of the moment, for the idle screen. */
      promotions: z.array(z.string()),
    }),
  },
  /** Into a separate world: own numbers, own orders, no turnover, nothing printed or charged. */
  'training.start': { roles: ['counter', 'kitchen'], input: Nothing, output: Done },
  'training.stop': { roles: ['counter', 'kitchen'], input: Nothing, output: Done },
  /** Makes the telephone of the training world ring: a known customer calls. */
  'training.ring': { roles: ['counter'], input: Nothing, output: Done },
  /** What the next card payment of the exercise answers. */
  'training.terminal': {
    roles: ['counter'],
    input: z.strictObject({ answer: z.enum(['accepted', 'declined', 'unreachable']) }),
    output: Done,
  },
  'training.report': {
    roles: ['counter'],
    input: z.strictObject({
      exercise: z.enum([
        'card-sale',
        'half-half',
        'known-call',
        'delivery',
        'cancel',
        'network-cut',
      ]),
      seconds: z.int().min(0).max(86_400),
      errors: z.int().min(0).max(1_000),
      isPassed: z.boolean(),
    }),
    output: Done,
  },
  'training.progress': {
    roles: ['counter', 'manager'],
    reads: ['training'],
    input: Nothing,
    output: z.array(
      z.object({
        employeeId: z.string(),
        exercise: z.string(),
        isPassed: z.boolean(),
        bestSeconds: z.int(),
        errors: z.int(),
        at: z.string(),
      }),
    ),
  },
} as const satisfies Contract;
