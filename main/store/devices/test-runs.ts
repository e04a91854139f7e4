import { testPage } from '#app/receipt/test-page.ts';
import type {
  CustomerDisplayConfiguration,
  DeviceConfiguration,
  PrinterConfiguration,
} from '#hardware/configuration.ts';
import { profileFor } from '#hardware/printer/profiles/of-configuration.ts';

import type { HardwareClient } from '../../hardware-host/client.ts';
import { isVirtual } from './facts.ts';
import { endOfPayment, endOfPrint, endOfShow } from './test-ends.ts';
import type { TestEnd } from './test-rows.ts';

/** The least that a terminal takes. No sale: it is in no journal and in no figure. */
export const TEST_CENTS = 1;

type Run<Device> = (device: Device, testId: string) => Promise<TestEnd>;

/** What each test does with its device. The id of the test is that of the job or the payment. */
export function testRuns({
  hardware,
  storeName,
}: {
  readonly hardware: HardwareClient;
  readonly storeName: string;
}): {
  readonly askItself: (deviceId: string) => Promise<TestEnd>;
  readonly showPage: Run<PrinterConfiguration | CustomerDisplayConfiguration>;
  readonly calibrationPage: Run<PrinterConfiguration>;
  readonly pay: Run<DeviceConfiguration>;
} {
  return {
    async askItself(deviceId) {
      const { isOk, sentence, action } = await hardware.selfTest(deviceId);
      return { status: isOk ? 'ok' : 'failed', sentence, action };
    },
    async showPage(device, jobId) {
      if (device.kind === 'printer') {
        const blocks = testPage({ storeName });
        return endOfPrint(await hardware.printer(device.id).print({ jobId, blocks }));
      }
      return endOfShow(await hardware.show(device.id, ['Essai Œuf é 0,01 €', storeName]));
    },
    async calibrationPage(device, jobId) {
      // The encoder of receipts is loaded when somebody calibrates.
      const { calibrationBytes } = await import('#hardware/printer/calibration.ts');
      const bytes = calibrationBytes(profileFor(device));
      return endOfPrint(await hardware.printer(device.id).print({ jobId, bytes }));
    },
    async pay(device, paymentId) {
      const terminal = hardware.terminal(device.id);
      const outcome = await terminal.pay({ paymentId, amountCents: TEST_CENTS });
      return endOfPayment(outcome, isVirtual(device));
    },
  };
}
