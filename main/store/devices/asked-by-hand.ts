import { accept, refuse, type Refusal, type Result } from '#app/lib/result.ts';

import type { HostedPrinter, HostedTerminal } from '../../hardware-host/hosted-devices.ts';
import type { CardAttempt } from '../context.ts';

type DeviceRefusal = Refusal & {
  readonly code:
    | 'drawer.no-printer'
    | 'drawer.not-opened'
    | 'drawer.unclear'
    | 'slip.no-terminal'
    | 'slip.not-printed'
    | 'slip.not-supported';
};
type Done = Result<Record<string, never>, DeviceRefusal>;

/**
 * Opens the cash drawer, through the printer it hangs on, once: `drawer.unclear` means that it may have
 * opened, and a person looks before it is asked again. `jobId`: a new one each time.
 */
export async function openDrawer(
  printer: Pick<HostedPrinter, 'openDrawer'> | undefined,
  jobId: string,
): Promise<Done> {
  if (printer === undefined) return refuse({ code: 'drawer.no-printer' });
  const { status } = await printer.openDrawer(jobId);
  switch (status) {
    case 'printed':
    // A queue of the system took it and never says more.
    case 'unverified':
      return accept({});
    case 'unknown':
      return refuse({ code: 'drawer.unclear' });
    case 'not-sent':
    case 'rejected':
    default:
      return refuse({ code: 'drawer.not-opened' });
  }
}

/** Has the terminal print its last slip once more, for a person to compare with a payment in doubt. */
export async function printSlipAgain(
  terminal: Pick<HostedTerminal, 'duplicate'> | undefined,
  { paymentId, amountCents }: Pick<CardAttempt, 'paymentId' | 'amountCents'>,
): Promise<Done> {
  if (terminal === undefined) return refuse({ code: 'slip.no-terminal' });
  const outcome = await terminal.duplicate({ paymentId, amountCents });
  if (outcome.status === 'printed') return accept({});
  const isUnable = outcome.status === 'not-sent' && outcome.reason === 'not-supported';
  return refuse({ code: isUnable ? 'slip.not-supported' : 'slip.not-printed' });
}
