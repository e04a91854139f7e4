import { assertNever } from '#app/lib/assert.ts';

import type { CallerIdConfiguration } from '../configuration.ts';
import { lineTransportOf } from '../kept-line.ts';
import type { Transport } from '../link/transport.ts';
import { startModem } from './modem/modem.ts';
import { startLongPoll } from './operator/long-poll.ts';
import { startWebhook } from './operator/webhook.ts';
import { startSip } from './sip/phone.ts';
import {
  type CallDesk,
  type CallerIdContext,
  type CallerIdSource,
  callerIdSource,
} from './source.ts';

/**
 * Who calls, from whatever line the store has. Opens by itself and again after every loss; passwords
 * and tokens come from `context.secrets`, under the name of `callerIdSecret`.
 */
export function callerIdOf(
  configuration: CallerIdConfiguration,
  context: CallerIdContext & {
    /** Instead of the configured line of a modem. */
    readonly transport?: Transport;
  },
): CallerIdSource {
  return callerIdSource(configuration, context, (desk) =>
    start(configuration, desk, context.transport),
  );
}

function start(
  configuration: CallerIdConfiguration,
  desk: CallDesk,
  transport: Transport | undefined,
): () => Promise<void> {
  switch (configuration.source) {
    case 'modem':
      return startModem(configuration.id, transport ?? lineTransportOf(configuration.line), desk);
    case 'sip':
      return startSip(configuration, desk);
    case 'long-poll':
      return startLongPoll(configuration.url, desk);
    case 'webhook':
      return startWebhook(configuration, desk);
    default:
      return assertNever(configuration);
  }
}
