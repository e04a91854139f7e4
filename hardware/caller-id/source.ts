import { type CallEvent, callFilter } from '#app/domain/caller-id.ts';
import { e164Of } from '#app/domain/phone-number.ts';

import type { CallerIdConfiguration, DeviceState } from '../configuration.ts';
import { type DeviceBoard, deviceBoard } from '../device-board.ts';
import { type Log, silentLog } from '../link/log.ts';
import { systemTimers, type Timers } from '../link/timers.ts';

/** Tells who calls. Never answers a call, never holds one. */
export type CallerIdSource = {
  readonly onCall: (listener: (event: CallEvent) => void) => () => void;
  readonly status: () => DeviceState;
  readonly onStatus: (listener: (state: DeviceState) => void) => () => void;
  readonly close: () => Promise<void>;
};

export type CallerIdContext = {
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly timers?: Timers;
  readonly log?: Log;
  /** A password or a token, by the name that `callerIdSecret` gives it. Never kept in settings. */
  readonly secrets?: (name: string) => string | undefined;
};

/** Under which name the store keeps the secret of a source. */
export function callerIdSecret({ id }: { readonly id: string }): string {
  return `caller-id.${id}`;
}

/** A call as its line tells it. */
export type Heard = {
  readonly kind: CallEvent['kind'];
  readonly sourceCallId: string;
  /** As the line writes it; absent when it gives none. */
  readonly number?: string | undefined;
  readonly isPrivate?: boolean | undefined;
};

/** What the adapters share: where calls are told, and what is known of the line. */
export type CallDesk = {
  readonly tell: (heard: Heard) => void;
  readonly board: DeviceBoard;
  readonly timers: Timers;
  readonly log: Log;
  readonly now: () => string;
  /** Asked for each time: a person may type it in at any moment. */
  readonly secret: () => string | undefined;
};

const CALL_ID_MAX = 200;

/** A source around an adapter, which is given the desk and answers how to end it. */
export function callerIdSource(
  configuration: CallerIdConfiguration,
  context: CallerIdContext,
  start: (desk: CallDesk) => () => Promise<void>,
): CallerIdSource {
  const listeners = new Set<(event: CallEvent) => void>();
  const board = deviceBoard(configuration.id, context.now);
  const filter = callFilter();
  const log = context.log ?? silentLog;

  function tell({ kind, sourceCallId, number, isPrivate }: Heard): void {
    const e164 = isPrivate === true || number === undefined ? undefined : e164Of(number);
    const event = filter.accept({
      lineId: configuration.lineId,
      ...(e164 === undefined ? {} : { e164 }),
      isPrivate: isPrivate ?? false,
      at: context.now(),
      kind,
      sourceCallId: sourceCallId.slice(0, CALL_ID_MAX),
    });
    if (event === undefined) return;
    // NOTE: never the number: logs are kept longer than a call may be.
    log.info({ line: event.lineId, kind, hasNumber: event.e164 !== undefined }, 'call');
    for (const listener of listeners) listener(event);
  }

  const stop = start({
    tell,
    board,
    timers: context.timers ?? systemTimers,
    log,
    now: context.now,
    secret: () => context.secrets?.(callerIdSecret(configuration)),
  });
  return {
    onCall(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    status: board.state,
    onStatus: board.onState,
    close: stop,
  };
}
