import { randomUUID } from 'node:crypto';

import type { StoreRefusalCode } from '#app/contract/store-refusals.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';
import type { DeviceConfiguration } from '#hardware/configuration.ts';

import type { DeskContext } from './device-desk.ts';
import { isVirtual } from './facts.ts';
import { endOfPayment } from './test-ends.ts';
import {
  type LastTest,
  type TestEnd,
  type TestKind,
  type TestRows,
  testRows,
} from './test-rows.ts';
import { TEST_CENTS, testRuns } from './test-runs.ts';

type Begun = Result<{ testId: string }>;

export type TestAsked = {
  readonly deviceId: string;
  readonly kind: Exclude<TestKind, 'calibration-page'>;
  /** Somebody said yes to a cent on a real terminal. */
  readonly isConfirmed?: boolean | undefined;
  readonly by: string;
};

export type DeviceTests = {
  readonly test: (asked: TestAsked) => Begun;
  readonly calibrate: (asked: { readonly deviceId: string; readonly by: string }) => Begun;
  readonly lastOf: (deviceId: string) => LastTest | undefined;
  readonly isRunning: (deviceId: string) => boolean;
};

const FAULT: TestEnd = {
  status: 'failed',
  sentence: 'L’essai s’est arrêté sur une panne du logiciel',
  action: 'Lire le journal de l’appareil, puis refaire l’essai',
};

/**
 * Tries devices when a person asks, never by itself. Each test is in the database before the device
 * hears of it, and its end is written there; the screen sees it come.
 */
export function deviceTests(context: DeskContext): DeviceTests {
  const { announce, payments } = context;
  const runs = testRuns(context);
  const rows = testRows(context.sql, context.now);
  const running = new Map<string, string>();

  settleLate(context, rows);

  function begin(
    device: DeviceConfiguration,
    test: { readonly kind: TestKind; readonly by: string },
    run: (testId: string) => Promise<TestEnd>,
  ): Begun {
    if (running.has(device.id)) return refuse({ code: 'device.busy' });
    const testId = `test-${randomUUID()}`;
    const isPayment = test.kind === 'test-payment';
    rows.begin({
      ...{ testId, deviceId: device.id, ...test },
      ...(isPayment ? { amountCents: TEST_CENTS } : {}),
    });
    running.set(device.id, testId);
    announce(['devices']);
    const finished = (end: TestEnd): void => {
      running.delete(device.id);
      rows.finish(testId, end);
      announce(['devices']);
    };
    void run(testId).then(finished, () =>
      finished(isPayment ? { ...FAULT, status: 'in-doubt' } : FAULT),
    );
    return accept({ testId });
  }

  const known = (deviceId: string): DeviceConfiguration | undefined =>
    context.devices().find(({ configuration }) => configuration.id === deviceId)?.configuration;

  return {
    lastOf: rows.lastOf,
    isRunning: (deviceId) => running.has(deviceId),
    test({ deviceId, kind, isConfirmed, by }) {
      const device = known(deviceId);
      if (device === undefined) return refuse({ code: 'device.unknown' });
      if (kind === 'self-test') return begin(device, { kind, by }, () => runs.askItself(deviceId));
      if (kind === 'test-page') {
        if (device.kind !== 'printer' && device.kind !== 'customer-display')
          return refuse({ code: 'device.cannot-do-that' });
        return begin(device, { kind, by }, (testId) => runs.showPage(device, testId));
      }
      const refusal = refusalToPay(device, isConfirmed ?? false, payments);
      if (refusal !== undefined) return refuse({ code: refusal });
      return begin(device, { kind, by }, (testId) => runs.pay(device, testId));
    },
    calibrate({ deviceId, by }) {
      const device = known(deviceId);
      if (device === undefined) return refuse({ code: 'device.unknown' });
      if (device.kind !== 'printer') return refuse({ code: 'device.cannot-do-that' });
      return begin(device, { kind: 'calibration-page', by }, (testId) =>
        runs.calibrationPage(device, testId),
      );
    },
  };
}

/** What a terminal says of a test that was in doubt settles it, as with a payment. */
function settleLate({ hardware, announce }: DeskContext, rows: TestRows): void {
  hardware.onEvent((event) => {
    if (event.kind !== 'late-answer') return;
    const { paymentId, outcome } = event.late;
    if (outcome.status === 'in-doubt' || !rows.isInDoubt(paymentId)) return;
    rows.finish(paymentId, endOfPayment(outcome, false));
    announce(['devices']);
  });
}

/** Why a cent is not asked for now. */
function refusalToPay(
  device: DeviceConfiguration,
  isConfirmed: boolean,
  payments: DeskContext['payments'],
): StoreRefusalCode | undefined {
  if (device.kind !== 'terminal') return 'device.cannot-do-that';
  if (payments.isBusy()) return 'device.busy';
  if (payments.inDoubt() > 0) return 'device.payment-in-doubt';
  return isVirtual(device) || isConfirmed ? undefined : 'device.not-confirmed';
}
