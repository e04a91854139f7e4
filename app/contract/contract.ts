import type { z } from 'zod';

import type { StaffRole } from '../domain/staff/rights.ts';
import type { Result } from '../lib/result.ts';

export type Role =
  | 'counter'
  | 'kitchen'
  | 'rider'
  | 'customer'
  | 'manager'
  /** The screen that the customer sees. */
  | 'display'
  | 'head-office'
  | 'store';

/**
 * One thing a screen can ask. `reads` makes it a view: the topics whose change makes its answer
 * stale. A method without `reads` is a command.
 */
export type Method = {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly roles: readonly Role[];
  readonly reads?: readonly string[];
};
export type Contract = Readonly<Record<string, Method>>;

export type Input<C extends Contract, K extends keyof C> = z.input<C[K]['input']>;
export type Output<C extends Contract, K extends keyof C> = z.output<C[K]['output']>;

/** Who asks. It comes from the connection (paired device, PIN session), never from the input. */
export type Caller = {
  readonly role: Role;
  readonly name: string;
  /** The till or screen it comes from. */
  readonly device?: string | undefined;
  /** Who is signed in there. */
  readonly employee?: { readonly id: string; readonly role: StaffRole } | undefined;
};

/** What a server must provide: one function a method. */
export type Handlers<C extends Contract, Who = Caller> = {
  readonly [K in keyof C]: (
    input: z.output<C[K]['input']>,
    caller: Who,
  ) => Promise<Result<Output<C, K>>> | Result<Output<C, K>>;
};

/**
 * Whether the screen hears its node, and since when it does not (milliseconds since 1970).
 * `not-paired`: the node answers and does not know this screen.
 */
export type LinkState =
  | { readonly status: 'up' }
  | { readonly status: 'down'; readonly sinceMs: number }
  | { readonly status: 'not-paired' };

/** What a wire must carry, whatever the contract: two messages, and its own state. */
export type Wire = {
  readonly request: (method: string, input: unknown) => Promise<Result<unknown>>;
  readonly onChanged: (listener: (topics: readonly string[]) => void) => () => void;
  readonly onLink: (listener: (state: LinkState) => void) => () => void;
};

/** What a screen sees, whatever the wire. */
export type Client<C extends Contract> = Omit<Wire, 'request'> & {
  readonly contract: C;
  readonly request: <K extends keyof C & string>(
    method: K,
    input: Input<C, K>,
  ) => Promise<Result<Output<C, K>>>;
};

/** Gives a wire the types of a contract. The node behind the wire validates; nothing is checked here. */
export function clientOver<C extends Contract>(contract: C, wire: Wire): Client<C> {
  return { ...wire, contract } as Client<C>;
}
