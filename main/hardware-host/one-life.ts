import type { Logger } from 'pino';

import { FromHost, type ToHost } from '#hardware/host/messages.ts';
import type { Timers } from '#hardware/link/timers.ts';

import type { HostEnd, HostProcess } from './process.ts';

/** A ping while the machine sleeps is one unanswered, not three. */
const PINGS_UNANSWERED_MAX = 3;

/** How long one hardware host may take for what, in milliseconds. */
export type LifeTimes = {
  /** A start that takes longer is given up. */
  readonly startMs: number;
  /** A host that lived this long has recovered. */
  readonly recoveredMs: number;
  /** Between two questions whether it still answers; three without an answer, and it is killed. */
  readonly pingMs: number;
};

/** Watches one hardware host from its start to its end; kills it when it does not start, or hangs. */
export function watchLife(context: {
  readonly host: HostProcess;
  readonly timers: Timers;
  readonly times: LifeTimes;
  readonly log: Logger;
  readonly onReady: () => void;
  readonly onRecovered: () => void;
  readonly onMessage: (message: FromHost) => void;
  readonly onEnd: (end: HostEnd) => void;
}): void {
  const { host, timers, times, log } = context;
  let pings = { sent: 0, unanswered: 0 };
  let callOffPing = (): void => undefined;
  let callOffDeadline = timers.after(times.startMs, () => {
    log.error({ timeoutMs: times.startMs }, 'hardware host not ready in time');
    host.kill();
  });

  function ping(): void {
    if (pings.unanswered >= PINGS_UNANSWERED_MAX) {
      log.error(pings, 'hardware host does not answer; killed');
      host.kill();
      return;
    }
    pings = { sent: pings.sent + 1, unanswered: pings.unanswered + 1 };
    // NOTE: ids from the top, so that no request has them.
    host.post({ type: 'ping', id: Number.MAX_SAFE_INTEGER - pings.sent } satisfies ToHost);
    callOffPing = timers.after(times.pingMs, ping);
  }

  host.onMessage((raw) => {
    pings = { ...pings, unanswered: 0 };
    const parsed = FromHost.safeParse(raw);
    if (!parsed.success) {
      log.error({ err: parsed.error }, 'a message of the hardware host cannot be read');
      return;
    }
    if (parsed.data.type !== 'ready') {
      context.onMessage(parsed.data);
      return;
    }
    callOffDeadline();
    callOffDeadline = timers.after(times.recoveredMs, context.onRecovered);
    callOffPing = timers.after(times.pingMs, ping);
    context.onReady();
  });
  host.onExit((end) => {
    callOffDeadline();
    callOffPing();
    context.onEnd(end);
  });
}
