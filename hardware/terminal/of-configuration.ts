import { assertNever } from '#app/lib/assert.ts';

import type { TerminalConfiguration } from '../configuration.ts';
import { lineTransportOf } from '../kept-line.ts';
import type { Log } from '../link/log.ts';
import { transportOf } from '../link/of-configuration.ts';
import type { Timers } from '../link/timers.ts';
import type { Transport } from '../link/transport.ts';
import { caisseApOver } from './caisse-ap/device.ts';
import type { CardTerminal, TerminalOptions } from './card-terminal.ts';
import { concertOver } from './concert/device.ts';
import { stripeTerminal } from './stripe/device.ts';
import type { TerminalTimes } from './times.ts';

export type TerminalContext = {
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly timers: Timers;
  readonly log: Log;
  /** Looks a secret up by name (`stripe-secret-key`), each time it is needed; nothing keeps it. */
  readonly secrets?: (name: string) => string | undefined;
  /** Where the usual times do not fit. */
  readonly times?: Partial<TerminalTimes>;
  /** Puts a recorder or a fault around the line. */
  readonly wrap?: (transport: Transport) => Transport;
};

/** The card terminal of a till, as the store has configured it. Opens nothing by itself. */
export function terminalOf(
  configuration: TerminalConfiguration,
  context: TerminalContext,
): CardTerminal {
  const { now, timers, log, times } = context;
  const wrap = context.wrap ?? ((transport: Transport): Transport => transport);
  const options: TerminalOptions = {
    tillNumber: configuration.tillNumber,
    now,
    timers,
    log,
    ...(times === undefined ? {} : { times }),
  };
  switch (configuration.protocol) {
    case 'caisse-ap': {
      const { host, port, ipc } = configuration;
      const transport = wrap(transportOf({ kind: 'tcp', host, port }, timers));
      return caisseApOver(transport, { ...options, ipc });
    }
    case 'concert': {
      const transport = wrap(lineTransportOf(configuration.line));
      return concertOver(transport, options);
    }
    case 'stripe': {
      const { readerId, apiBase } = configuration;
      const secretKey = (): string | undefined => context.secrets?.('stripe-secret-key');
      return stripeTerminal({ ...options, readerId, apiBase, secretKey });
    }
    default:
      return assertNever(configuration);
  }
}
