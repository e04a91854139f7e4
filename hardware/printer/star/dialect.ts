import type { Dialect } from '../dialect.ts';
import { FLUSH } from '../frame.ts';
import type { Confirmation } from '../job.ts';
import {
  ASK_STATUS,
  COUNTER_MAX,
  COUNTER_TO_ZERO,
  END_OF_PRINTING,
  INITIALISE,
  STATUS_ON,
  starParser,
} from './frame.ts';

/** After a start it is not known what an earlier program left in the printer: it counts beyond this. */
const HIGHEST_AT_START = 4;

/**
 * Star. It announces its changes by itself, and is asked (ESC ACK SOH) while idle, never during a job:
 * the manual wants nobody to ask while it announces. NOTE: a network model always announces, and
 * receiptio asks it all the same: without asking, an idle line that died would not be noticed.
 */
export function starDialect(): Dialect {
  let ends: Ends = { isClean: false, highest: HIGHEST_AT_START };
  return {
    parser: starParser,
    wake: STATUS_ON,
    probe: ASK_STATUS,
    probesDuringJob: false,
    reset: Uint8Array.from([...FLUSH, ...INITIALISE]),
    // No command clears a cutter: closing the cover does, so that looking is all there is to do.
    recover: new Uint8Array(),
    confirmation() {
      const expected = nextEnd(ends);
      ends = { isClean: false, highest: Math.max(ends.highest, expected) };
      return confirmedByCount(expected, () => {
        ends = { isClean: true, highest: expected };
      });
    },
  };
}

/** What the counter may show: the end of the last job when `isClean`, else anything up to `highest`. */
type Ends = { readonly isClean: boolean; readonly highest: number };

/**
 * A count that no status can show before this very job has ended. The counter rests where the last
 * job left it and is told again with every change of the printer; a job given up may still end late.
 */
function nextEnd({ isClean, highest }: Ends): number {
  if (isClean) return highest === 1 ? 2 : 1;
  return Math.min(highest + 1, COUNTER_MAX);
}

/** After the document the counter is set to nought and raised to `expected`: printing has ended then. */
function confirmedByCount(expected: number, confirmed: () => void): Confirmation {
  return {
    before: STATUS_ON,
    after: Uint8Array.from([
      ...COUNTER_TO_ZERO,
      ...new Array<number>(expected).fill(END_OF_PRINTING),
    ]),
    isConfirmedBy(message) {
      if (message.type !== 'status' || message.endings !== expected) return false;
      confirmed();
      return true;
    },
    isPaperEnd: () => false,
  };
}
