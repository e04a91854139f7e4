import type { PrintOutcome } from '#hardware/printer/device.ts';
import type { DuplicateOutcome, TerminalOutcome } from '#hardware/terminal/card-terminal.ts';

/** The host was not there to be asked: nothing was sent to any device. */
type HostDown = { readonly status: 'not-sent'; readonly reason: 'host-down' | 'closed' };

/**
 * `host-lost`: the hardware host ended while the payment was before the terminal. `clock-gap`: the
 * machine slept, or its clock was set, for longer than a terminal takes. `fault`: a driver broke.
 */
type HostDoubt = {
  readonly status: 'in-doubt';
  readonly reason: 'host-lost' | 'clock-gap' | 'fault';
};

export type HostPaymentOutcome = TerminalOutcome | HostDown | HostDoubt;
export type HostDuplicateOutcome = DuplicateOutcome | HostDown | HostDoubt;
export type HostPrintOutcome =
  | PrintOutcome
  | HostDown
  | { readonly status: 'unknown'; readonly reason: 'host-lost' };
