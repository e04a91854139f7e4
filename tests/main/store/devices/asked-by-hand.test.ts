import { expect, test } from 'vitest';

import { openDrawer, printSlipAgain } from '#main/store/devices/asked-by-hand.ts';
import type { HostPrintOutcome } from '#main/hardware-host/outcomes.ts';

const ATTEMPT = { paymentId: 'payment-1', amountCents: 3_790 };

function aPrinter(outcome: HostPrintOutcome) {
  const asked: (string | number)[] = [];
  return {
    asked,
    openDrawer: (jobId: string | number) => {
      asked.push(jobId);
      return Promise.resolve(outcome);
    },
  };
}

test.each([
  [{ status: 'printed' }, undefined],
  [{ status: 'not-sent', reason: 'host-down' }, 'drawer.not-opened'],
  [{ status: 'unknown', reason: 'host-lost' }, 'drawer.unclear'],
  [{ status: 'not-sent', reason: 'printer-error' }, 'drawer.not-opened'],
] as const)('a drawer whose printer answers %o is asked once', async (outcome, code) => {
  const printer = aPrinter(outcome);
  const answer = await openDrawer(printer, 'drawer-1');
  expect(answer.ok ? undefined : answer.refusal.code).toBe(code);
  expect(printer.asked).toEqual(['drawer-1']);
});

test('without a printer there is no drawer to open, without a terminal no slip', async () => {
  expect(await openDrawer(undefined, 'drawer-1')).toMatchObject({
    refusal: { code: 'drawer.no-printer' },
  });
  expect(await printSlipAgain(undefined, ATTEMPT)).toMatchObject({
    refusal: { code: 'slip.no-terminal' },
  });
});

test.each([
  [{ status: 'printed' }, undefined],
  [{ status: 'not-sent', reason: 'not-supported' }, 'slip.not-supported'],
  [{ status: 'in-doubt', reason: 'host-lost' }, 'slip.not-printed'],
  [{ status: 'busy' }, 'slip.not-printed'],
] as const)('a slip asked again that ends with %o is told as it is', async (outcome, code) => {
  const answer = await printSlipAgain({ duplicate: () => Promise.resolve(outcome) }, ATTEMPT);
  expect(answer.ok ? undefined : answer.refusal.code).toBe(code);
});
