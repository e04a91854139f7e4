import {
  IconAbc,
  IconCreditCard,
  IconFileText,
  IconListDetails,
  IconPlugConnected,
  IconPrinter,
} from '@tabler/icons-react';
import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { DeviceKind } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { setupText } from '../text.ts';
import styles from './detail.module.css';
import { DeviceLog } from './device-log.tsx';
import type { ListedDevice } from './kinds.tsx';
import type { DeviceActs } from './use-device-acts.ts';

const ICON = { size: '1.5rem', 'aria-hidden': true } as const;

/** What shows that a device works. A payment on a real terminal is asked for twice. */
export function TestKeys({
  client,
  listed,
  acts,
}: {
  readonly client: Client<StoreContract>;
  readonly listed: ListedDevice;
  readonly acts: DeviceActs;
}) {
  const text = useText(setupText);
  const [open, setOpen] = useState<'log' | 'payment' | undefined>(undefined);
  const { device, isVirtual, lastTest } = listed;
  const isRunning = lastTest?.status === 'running';
  const test = (kind: 'self-test' | 'test-page') =>
    void acts.act('device.test', { deviceId: device.id, kind }, device.name);
  const pay = (isConfirmed: boolean) => {
    setOpen(undefined);
    const asked = { deviceId: device.id, kind: 'test-payment', isConfirmed } as const;
    void acts.act('device.test', asked, `${text.testPayment} · ${device.name}`);
  };
  return (
    <div className={styles['keys']} role="group" aria-label={text.keys}>
      <PageKey kind={device.kind} disabled={isRunning} onPress={() => test('test-page')} />
      {device.kind === 'terminal' && (
        <Key
          label={text.testPayment}
          icon={<IconCreditCard {...ICON} />}
          size="l"
          tone="action"
          disabled={isRunning}
          onPress={() => (isVirtual ? pay(false) : setOpen('payment'))}
        />
      )}
      {device.kind === 'printer' && (
        <Key
          label={text.calibrate}
          icon={<IconAbc {...ICON} />}
          size="l"
          disabled={isRunning}
          onPress={() => void acts.act('printer.calibrate', { deviceId: device.id }, device.name)}
        />
      )}
      <Key
        label={text.selfTest}
        icon={<IconPlugConnected {...ICON} />}
        size="l"
        disabled={isRunning}
        onPress={() => test('self-test')}
      />
      <Key
        label={text.log}
        icon={<IconListDetails {...ICON} />}
        size="l"
        onPress={() => setOpen('log')}
      />
      {open === 'log' && (
        <DeviceLog client={client} device={device} onClose={() => setOpen(undefined)} />
      )}
      {open === 'payment' && (
        <PaymentSheet onPay={() => pay(true)} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}

/** Of the two kinds that can show something. */
function PageKey({
  kind,
  disabled,
  onPress,
}: {
  readonly kind: DeviceKind;
  readonly disabled: boolean;
  readonly onPress: () => void;
}) {
  const text = useText(setupText);
  if (kind !== 'printer' && kind !== 'customer-display') return null;
  const isPrinter = kind === 'printer';
  return (
    <Key
      label={isPrinter ? text.testPage : text.testDisplay}
      icon={isPrinter ? <IconPrinter {...ICON} /> : <IconFileText {...ICON} />}
      size="l"
      tone="action"
      disabled={disabled}
      onPress={onPress}
    />
  );
}

/** A real terminal charges a real card: said in full before it is asked. */
function PaymentSheet({
  onPay,
  onClose,
}: {
  readonly onPay: () => void;
  readonly onClose: () => void;
}) {
  const text = useText(setupText);
  return (
    <Sheet title={text.paySure} side="centre" onClose={onClose}>
      <div className={styles['sure']}>
        <p>{text.payHint}</p>
        <Key label={text.no} size="l" onPress={onClose} />
        <Key label={text.payYes} size="l" tone="pay" onPress={onPay} />
      </div>
    </Sheet>
  );
}
