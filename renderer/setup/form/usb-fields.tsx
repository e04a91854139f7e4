import type { Client, Output } from '#app/contract/contract.ts';
import type { Device } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { NumberField } from '../../ui/forms/choices.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { hex } from '../devices/kinds.tsx';
import { setupText } from '../text.ts';
import styles from './form.module.css';
import { useListing } from './use-listing.ts';

type UsbDevice = Extract<Device, { kind: 'scanner' | 'bump-bar' }>;
type Found = Output<StoreContract, 'hid.list'>['devices'][number];

/** Which of the USB devices it is: touched in the list, or typed from its label. */
export function UsbFields({
  client,
  device,
  onChange,
}: {
  readonly client: Client<StoreContract>;
  readonly device: UsbDevice;
  readonly onChange: (device: UsbDevice) => void;
}) {
  const { form: text } = useText(setupText);
  const [listing, askAgain] = useListing<Output<StoreContract, 'hid.list'>>(client, 'hid.list');
  const found = listing?.devices ?? [];
  const choose = ({ vendorId, productId, serialNumber }: Found) => {
    const { serialNumber: _before, ...rest } = device;
    onChange({
      ...{ ...rest, vendorId, productId },
      ...(serialNumber === undefined ? {} : { serialNumber }),
    });
  };
  return (
    <>
      <div className={styles['group']} role="group" aria-label={text.usbFound}>
        <p className={styles['legend']}>{text.usbFound}</p>
        {listing !== undefined && found.length === 0 && (
          <p className={styles['hint']}>{text.usbNone}</p>
        )}
        <div className={styles['known']}>
          {found.map((one, at) => (
            <Key
              // Two of the same model without a serial number are told apart by nothing else.
              key={`${one.vendorId}-${one.productId}-${one.serialNumber ?? at}`}
              label={one.product ?? text.usb}
              hint={`${hex(one.vendorId)}:${hex(one.productId)}`}
              size="m"
              pressed={one.vendorId === device.vendorId && one.productId === device.productId}
              onPress={() => choose(one)}
            />
          ))}
          <Key label={text.again} size="s" tone="quiet" onPress={askAgain} />
        </div>
      </div>
      <div className={styles['three']}>
        <NumberField
          label={text.vendor}
          value={device.vendorId}
          onChange={(vendorId) => onChange({ ...device, vendorId })}
        />
        <NumberField
          label={text.product}
          value={device.productId}
          onChange={(productId) => onChange({ ...device, productId })}
        />
      </div>
    </>
  );
}
