/** Stops on a state that the code holds to be impossible. */
export function assert(claim: boolean, sentence: string): asserts claim {
  if (!claim) throw new Error(`Assertion failed: ${sentence}`);
}

/** Ends a switch on a union: a new member makes the compiler stop here. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
