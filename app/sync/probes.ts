import { PROBES_MAX, PUSH_MAX_ENTRIES } from '../contract/store-link.ts';
import { type Entry, GENESIS, type Position } from '../journal/entry.ts';

/** What a sender reads of its journal. `Journal` of app/journal is one. */
export type SenderJournal = {
  readonly head: () => Position;
  readonly at: (seq: number) => Position | undefined;
  /** What follows `seq`, in order, bounded in entries and characters, but never none if there is one. */
  readonly after: (
    seq: number,
    maxEntries: number,
    maxText: number,
  ) => readonly Pick<Entry, 'seq' | 'hash' | 'text'>[];
};

/** Newest first: the head, then 1, 2, 4, 8 … back, then the first entry. */
export function probesBack(journal: SenderJournal): readonly Position[] {
  const { seq: head } = journal.head();
  const places = [head];
  for (let back = 1; head - back > 1 && places.length < PROBES_MAX - 1; back *= 2) {
    places.push(head - back);
  }
  places.push(1);
  return positions(journal, places);
}

/**
 * Newest first: evenly spread strictly between `low`, which the other side holds, and `high`,
 * which it does not; then `low`. Each such round leaves a 39th of the doubt.
 */
export function probesBetween(
  journal: SenderJournal,
  { low, high }: { readonly low: Position; readonly high: number },
): readonly Position[] {
  const count = Math.min(PROBES_MAX - 1, high - low.seq - 1);
  const places = Array.from(
    { length: count },
    (_, index) => high - Math.ceil(((index + 1) * (high - low.seq)) / (count + 1)),
  );
  return [
    ...positions(
      journal,
      places.filter((place) => place > low.seq),
    ),
    low,
  ];
}

/**
 * The oldest place that the other side does not hold as far as `probes` tell, when it is so far
 * above `known` that asking again costs less than sending what is already there.
 */
export function doubtAbove(probes: readonly Position[], known: Position): number | undefined {
  const above = probes.findLast((probe) => probe.seq > known.seq);
  if (above === undefined || above.seq - known.seq <= PUSH_MAX_ENTRIES) return undefined;
  return above.seq;
}

/** Does this journal hold that position? The genesis is part of every journal. */
export function isOurs(journal: SenderJournal, { seq, hash }: Position): boolean {
  if (seq === GENESIS.seq) return hash === GENESIS.hash;
  return journal.at(seq)?.hash === hash;
}

function positions(journal: SenderJournal, places: readonly number[]): readonly Position[] {
  return [...new Set(places)]
    .filter((place) => place > GENESIS.seq)
    .map((place) => journal.at(place))
    .filter((position) => position !== undefined)
    .map(({ seq, hash }) => ({ seq, hash }));
}
