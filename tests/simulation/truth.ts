import type { Order } from './trade.ts';

/** What breaks a promise. The letter and number are those of the invariant (see invariants.ts). */
export type Violation = { readonly promise: string; readonly what: string };

/** What really happened, seen from outside: what the invariants are judged by. */
export type Truth = {
  /** Orders whose acknowledgement a person has seen, by id. */
  readonly acknowledged: Map<string, Order & { readonly intent: string }>;
  /** Orders that a restored old copy of a store no longer has. */
  readonly lostByRestore: Set<string>;
  /** Of those, the ones that the centre holds, and so owes for ever. */
  readonly owedByCentre: Set<string>;
  /** Every entry that a store ever committed, by hash. */
  readonly written: Set<string>;
  /** Every entry that the centre ever had committed when it answered, by hash. */
  readonly held: Set<string>;
  /** Origins of which two nodes or two pasts have existed. */
  readonly doubled: Set<string>;
  /** Origins about which head office was told, or the till itself. */
  readonly alarmed: Set<string>;
  readonly violations: Violation[];
};

export function newTruth(): Truth {
  return {
    acknowledged: new Map(),
    lostByRestore: new Set(),
    owedByCentre: new Set(),
    written: new Set(),
    held: new Set(),
    doubled: new Set(),
    alarmed: new Set(),
    violations: [],
  };
}
