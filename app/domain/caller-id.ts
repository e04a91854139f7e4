/** A telephone call as a caller-id source tells it. It only ever suggests a customer. */
export type CallEvent = {
  /** The telephone line, as staff call it. */
  readonly lineId: string;
  /** `+33612345678`; absent when withheld or not understood. */
  readonly e164?: string | undefined;
  /** The caller withholds the number: normal. */
  readonly isPrivate: boolean;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly kind: 'ringing' | 'answered' | 'ended';
  /** The same for all events of one call. */
  readonly sourceCallId: string;
};
