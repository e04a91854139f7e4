import type { Caller, Contract } from '#app/contract/contract.ts';
import type { Door } from '#app/contract/door.ts';
import type { StaffRole } from '#app/domain/staff/rights.ts';
import { refuse } from '#app/lib/result.ts';

import type { Staff } from '../store/staff/staff.ts';

/** What a till may ask before anybody signed in: to sign in, and what stands on its front. */
const BEFORE_SIGN_IN: ReadonlySet<string> = new Set([
  'staff.list',
  'session.current',
  'staff.sign-in',
  'store.status',
  'menu.current',
  'display.show',
  'display.current',
]);

/** What somebody in training may ask of the real shop: the way into the other one. */
const BEFORE_TRAINING: ReadonlySet<string> = new Set([
  ...BEFORE_SIGN_IN,
  'staff.sign-out',
  'staff.lock',
  'training.start',
]);

/** Asked without a hand on the screen: no touch that keeps a session open. */
const NO_TOUCH: ReadonlySet<string> = new Set(['staff.lock', 'display.show']);

/** Roles whose screen somebody stands at with a PIN. The kitchen and the display have none. */
const WITH_PIN: ReadonlySet<string> = new Set(['counter', 'manager']);

/**
 * What stands before the doors of the two worlds. It makes the caller of every request afresh: who
 * is signed in on the device is known here and never taken from the screen. It holds back a till
 * without a signed-in employee, or locked, and leads a device in training to the other world.
 * A caller within the process that names no device (tests, replay) is what it says it is.
 */
export function frontDoor({
  contract,
  staff,
  real,
  training,
}: {
  readonly contract: Contract;
  readonly staff: Pick<Staff, 'sessions' | 'presence'>;
  readonly real: Door;
  readonly training: {
    readonly isIn: (device: string) => boolean;
    readonly door: () => Promise<Door>;
  };
}): Door {
  const { sessions, presence } = staff;
  /** A trainee sells nothing real until the manager has made them a cashier. */
  const isHeldBack = (role: StaffRole, device: string) =>
    role === 'trainee' && !training.isIn(device);
  return async (method, input, caller) => {
    const { device } = caller;
    if (device === undefined) return real(method, input, caller);
    presence.seen(device, caller.role);
    // Only a screen that somebody signs in at speaks for them, whatever device it names.
    const isTill = WITH_PIN.has(caller.role);
    const session = isTill ? sessions.at(device) : undefined;
    const isView = typeof method === 'string' && contract[method]?.reads !== undefined;
    if (isTill && !BEFORE_SIGN_IN.has(String(method))) {
      if (session === undefined) return refuse({ code: 'staff.sign-in-first' });
      if (session.isLocked && !isView && method !== 'staff.lock')
        return refuse({ code: 'staff.locked' });
      if (
        isHeldBack(session.employee.role, device) &&
        !isView &&
        !BEFORE_TRAINING.has(String(method))
      )
        return refuse({ code: 'staff.training-first' });
    }
    if (isTill && !isView && !NO_TOUCH.has(String(method))) sessions.touch(device);
    const who: Caller = {
      role: caller.role,
      name: caller.name,
      device,
      ...(session === undefined
        ? {}
        : { employee: { id: session.employee.id, role: session.employee.role } }),
    };
    const door = training.isIn(device) ? await training.door() : real;
    return door(method, input, who);
  };
}
