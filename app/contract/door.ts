import { accept, type Result, refuse } from '../lib/result.ts';
import type { Caller, Contract, Handlers } from './contract.ts';

/** What the door tells its log. Never the input itself: it may hold a name or an address. */
export type DoorReport<Who extends Caller = Caller> = {
  /** A request that was turned away before any handler saw it. `at` is the path of the first fault. */
  readonly refused: (fact: {
    readonly code: DoorCode;
    readonly method: string;
    readonly caller: Who;
    readonly at?: string;
  }) => void;
  /** A handler that broke. Returns a short id which the user can read out and the log carries. */
  readonly failed: (fact: {
    readonly method: string;
    readonly caller: Who;
    readonly error: unknown;
  }) => string;
};

export type DoorCode = 'request.unknown-method' | 'request.forbidden' | 'request.malformed';

/** One request from a screen, as it came off the wire: nothing about it is believed yet. */
export type Door<Who extends Caller = Caller> = (
  method: unknown,
  input: unknown,
  caller: Who,
) => Promise<Result<unknown>>;

/** Longer names are not shown in the log; no method of ours is that long. */
const METHOD_MAX = 60;

/**
 * The one way in for every screen of a node: checks method, role and input against the contract,
 * then calls the handler. It never throws: a fault in a handler becomes `request.failed` with the
 * id that `report.failed` gave it, and nothing of the fault reaches the screen.
 */
export function openDoor<C extends Contract, Who extends Caller = Caller>(
  contract: C,
  handlers: Handlers<C, Who>,
  report: DoorReport<Who>,
): Door<Who> {
  return async (method, input, caller) => {
    const turnAway = (code: DoorCode, at?: string) => {
      // `String` would throw on an object that spoils its own `toString`.
      const name = typeof method === 'string' ? method.slice(0, METHOD_MAX) : typeof method;
      report.refused({ code, method: name, caller, ...(at === undefined ? {} : { at }) });
      return refuse({ code, ...(at === undefined ? {} : { detail: { at } }) });
    };

    // `hasOwn`, because `constructor` and `__proto__` are no methods of ours.
    if (typeof method !== 'string' || !Object.hasOwn(contract, method)) {
      return turnAway('request.unknown-method');
    }
    const asked = contract[method];
    if (asked === undefined) return turnAway('request.unknown-method');
    if (!asked.roles.includes(caller.role)) return turnAway('request.forbidden');
    const parsed = asked.input.safeParse(input);
    if (!parsed.success) {
      return turnAway('request.malformed', parsed.error.issues[0]?.path.join('.') ?? '');
    }

    try {
      // The input was parsed by this very method's schema just above.
      const handle = handlers[method] as (
        input: unknown,
        caller: Who,
      ) => Promise<Result<unknown>> | Result<unknown>;
      const result = await handle(parsed.data, caller);
      return result.ok ? accept(result.value) : refuse(result.refusal);
    } catch (error) {
      const id = report.failed({ method, caller, error });
      return refuse({ code: 'request.failed', detail: { id } });
    }
  };
}
