import type { SenderJournal } from '#app/sync/probes.ts';
import type { SenderReport } from '#app/sync/sender-state.ts';

/** What the screens show of the link to the centre. */
export type PushStatus = {
  /**
   * `not-enrolled`: the centre does not know this key, or no longer accepts it.
   * `set-aside`: two branches of this journal have reached the centre, and a person has to settle
   * it; everything is still sent.
   */
  readonly status: 'up' | 'down' | 'not-enrolled' | 'set-aside';
  /** Since when it is so. ISO 8601, UTC. */
  readonly since: string;
  /** What the centre said it holds, last time it said so; undefined before the first time. */
  readonly knownSeq: number | undefined;
  /** Entries that the centre is not known to hold. */
  readonly waiting: number;
};

export type StatusBoard = {
  readonly read: () => PushStatus;
  readonly report: (report: SenderReport) => void;
  /** The centre refused the proof of this store. */
  readonly refuse: () => void;
  /** The journal has grown. */
  readonly recount: () => void;
};

/** Tells `onStatus` what changed, and only then. While all is well one more order is no news. */
export function statusBoard(context: {
  readonly journal: SenderJournal;
  readonly now: () => string;
  readonly onStatus: (status: PushStatus) => void;
  readonly isEnrolled: boolean;
  readonly lastKnownSeq: number | undefined;
}): StatusBoard {
  const { journal, now, onStatus } = context;
  let status: PushStatus['status'] = context.isEnrolled ? 'down' : 'not-enrolled';
  let since = now();
  let knownSeq = context.lastKnownSeq;

  const read = (): PushStatus => {
    const waiting = Math.max(0, journal.head().seq - (knownSeq ?? 0));
    return { status, since, knownSeq, waiting };
  };
  function show(next: PushStatus['status']): void {
    if (next !== status) since = now();
    status = next;
    onStatus(read());
  }
  return {
    read,
    report(report) {
      knownSeq = report.knownSeq ?? knownSeq;
      // A refusal stands until the centre accepts: that the line is down as well says less.
      if (status === 'not-enrolled' && report.status === 'down') return;
      show(report.status === 'revoked' ? 'not-enrolled' : report.status);
    },
    refuse: () => show('not-enrolled'),
    recount() {
      if (status !== 'up') onStatus(read());
    },
  };
}
