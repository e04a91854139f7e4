import { randomUUID } from 'node:crypto';

import { accept, refuse, type Result } from '#app/lib/result.ts';
import { testPage } from '#app/receipt/test-page.ts';
import type {
  CustomerDisplayConfiguration,
  DeviceConfiguration,
  PrinterConfiguration,
} from '#hardware/configuration.ts';
import { profileFor } from '#hardware/printer/profiles/of-configuration.ts';

import type { DeskContext } from './device-desk.ts';
import { isVirtual } from './facts.ts';
import { endOfPayment, endOfPrint } from './test-ends.ts';
import { type LastTest, type TestEnd, type TestKind, testRows } from './test-rows.ts';

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

/** The least that a terminal takes. No sale: it is in no journal and in no figure. */
const TEST_CENTS = 1;
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
  const { hardware, announce, payments } = context;
  const rows = testRows(context.sql, context.now);
  const running = new Map<string, string>();

  // What a terminal says of a test that was in doubt settles it, as with a payment.
  hardware.onEvent((event) => {
    if (event.kind !== 'late-answer') return;
    const { paymentId, outcome } = event.late;
    if (outcome.status === 'in-doubt' || !rows.isInDoubt(paymentId)) return;
    rows.finish(paymentId, endOfPayment(outcome, false));
    announce(['devices']);
  });

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

  async function pay(device: DeviceConfiguration, paymentId: string): Promise<TestEnd> {
    const terminal = hardware.terminal(device.id);
    const outcome = await terminal.pay({ paymentId, amountCents: TEST_CENTS });
    return endOfPayment(outcome, isVirtual(device));
  }

  async function askItself(deviceId: string): Promise<TestEnd> {
    const { isOk, sentence, action } = await hardware.selfTest(deviceId);
    return { status: isOk ? 'ok' : 'failed', sentence, action };
  }

  async function showPage(device: PrinterConfiguration | CustomerDisplayConfiguration, id: string) {
    if (device.kind === 'printer') {
      const blocks = testPage({ storeName: context.storeName });
      return endOfPrint(await hardware.printer(device.id).print({ jobId: id, blocks }));
    }
    return endOfShow(await hardware.show(device.id, ['Essai · Œuf, é, 0,01 €', context.storeName]));
  }

  async function calibrationPage(device: PrinterConfiguration, jobId: string): Promise<TestEnd> {
    // The encoder of receipts is loaded when somebody calibrates.
    const { calibrationBytes } = await import('#hardware/printer/calibration.ts');
    const bytes = calibrationBytes(profileFor(device));
    return endOfPrint(await hardware.printer(device.id).print({ jobId, bytes }));
  }

  const known = (deviceId: string): DeviceConfiguration | undefined =>
    context.devices().find(({ configuration }) => configuration.id === deviceId)?.configuration;

  return {
    lastOf: rows.lastOf,
    isRunning: (deviceId) => running.has(deviceId),
    test({ deviceId, kind, isConfirmed, by }) {
      const device = known(deviceId);
      if (device === undefined) return refuse({ code: 'device.unknown' });
      if (kind === 'self-test') return begin(device, { kind, by }, () => askItself(deviceId));
      if (kind === 'test-page') {
        if (device.kind !== 'printer' && device.kind !== 'customer-display')
          return refuse({ code: 'device.cannot-do-that' });
        return begin(device, { kind, by }, (testId) => showPage(device, testId));
      }
      if (device.kind !== 'terminal') return refuse({ code: 'device.cannot-do-that' });
      if (payments.isBusy()) return refuse({ code: 'device.busy' });
      if (payments.inDoubt() > 0) return refuse({ code: 'device.payment-in-doubt' });
      if (!isVirtual(device) && isConfirmed !== true)
        return refuse({ code: 'device.not-confirmed' });
      return begin(device, { kind, by }, (testId) => pay(device, testId));
    },
    calibrate({ deviceId, by }) {
      const device = known(deviceId);
      if (device === undefined) return refuse({ code: 'device.unknown' });
      if (device.kind !== 'printer') return refuse({ code: 'device.cannot-do-that' });
      return begin(device, { kind: 'calibration-page', by }, (testId) =>
        calibrationPage(device, testId),
      );
    },
  };
}

function endOfShow(isShown: boolean): TestEnd {
  return isShown
    ? { status: 'ok', sentence: 'L’afficheur a pris les deux lignes', action: 'Les relire dessus' }
    : {
        status: 'failed',
        sentence: 'L’afficheur n’a rien pris',
        action: 'Vérifier son câble et son alimentation',
      };
}
