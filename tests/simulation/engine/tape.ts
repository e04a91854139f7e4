/**
 * Where every decision of a schedule comes from. The values drawn are kept, so that a schedule
 * can be run again and made simpler: a value of 0 always means the plainest outcome (no fault, no
 * delay), and past the end of a given tape all values are 0.
 */
export type Tape = {
  /** From 0 up to, not including, 1. */
  readonly unit: () => number;
  readonly chance: (probability: number) => boolean;
  /** From 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  /** An integer from 0 up to, not including, `limit`. */
  readonly pick: (limit: number) => number;
  readonly drawn: readonly number[];
};

const TWO_32 = 2 ** 32;

export function seededTape(seed: number): Tape {
  let state = seed >>> 0;
  // mulberry32
  return tapeOf(() => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  });
}

export function givenTape(values: readonly number[]): Tape {
  let place = 0;
  return tapeOf(() => {
    const value = values[place] ?? 0;
    place += 1;
    return value;
  });
}

function tapeOf(draw: () => number): Tape {
  const drawn: number[] = [];
  const unit = () => {
    const value = draw();
    drawn.push(value);
    return value / TWO_32;
  };
  return {
    unit,
    chance: (probability) => unit() > 1 - probability,
    below: (limit) => unit() * limit,
    pick: (limit) => Math.floor(unit() * limit),
    drawn,
  };
}
