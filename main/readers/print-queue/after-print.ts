/** What is printed. Papers of a customer are fiscal, slips and labels of the kitchen are not. */
export const DOCUMENTS = [
  ...(['receipt', 'note', 'invoice'] as const),
  ...(['kitchen-slip', 'box-labels', 'test-page'] as const),
];
export type DocumentKind = (typeof DOCUMENTS)[number];

/** How a job ended; `not-sent` goes back into the queue. */
export type PrintEnd = {
  readonly status: 'printed' | 'unverified' | 'not-sent' | 'unknown' | 'rejected';
  readonly reason?: string | undefined;
};

export type JobState = 'queued' | 'sending' | 'printed' | 'unverified' | 'unknown' | 'failed';

/** How often a paper that is not fiscal is printed again by itself. */
export const REPRINTS_MAX = 2;
/** Each version of a slip has this many print numbers, the first for the unmarked one. */
export const COPIES_OF_A_REVISION = 10;

/**
 * The rule against double prints. No byte of it left: it is tried again in silence. It may be on
 * paper: a fiscal document is never printed again by itself, a person asks for a numbered duplicate;
 * a slip or label is, marked, for a lost pizza is worse than a double slip.
 */
export function afterPrint(
  job: { readonly document: string; readonly copy: number },
  end: PrintEnd,
): {
  readonly state: JobState;
  readonly reason: string | null;
  readonly again: boolean;
} {
  const reason = end.reason ?? null;
  switch (end.status) {
    case 'printed':
    case 'unverified':
      return { state: end.status, reason: null, again: false };
    case 'not-sent':
      return { state: 'queued', reason, again: false };
    case 'rejected':
      return { state: 'failed', reason, again: false };
    default: {
      const isForKitchen = job.document === 'kitchen-slip' || job.document === 'box-labels';
      return {
        state: 'unknown',
        reason,
        again: isForKitchen && job.copy % COPIES_OF_A_REVISION < REPRINTS_MAX,
      };
    }
  }
}
