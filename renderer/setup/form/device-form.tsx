import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { Device } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { assertNever } from '#app/lib/assert.ts';

import { SubmitButton, TextField } from '../../ui/forms/fields.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useDeviceActs } from '../devices/use-device-acts.ts';
import { setupText } from '../text.ts';
import { CallerFields } from './caller-fields.tsx';
import styles from './form.module.css';
import { LineFields } from './line-fields.tsx';
import { PrinterFields } from './printer-fields.tsx';
import { TerminalFields } from './terminal-fields.tsx';
import { UsbFields } from './usb-fields.tsx';

/** Everything that a device is set to. Saved, it is in use at once. */
export function DeviceForm({
  client,
  device: before,
  isNew,
  onSaved,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly device: Device;
  readonly isNew: boolean;
  readonly onSaved: (deviceId: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText(setupText);
  const refusalText = useRefusalText();
  const { act, refusal } = useDeviceActs(client);
  const [device, setDevice] = useState(before);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const isSaved = await act('device.save', { device }, device.name);
    setBusy(false);
    if (isSaved) onSaved(device.id);
  };
  const title = isNew
    ? text.form.newTitle(text.one[device.kind])
    : text.form.editTitle(before.name);
  return (
    <Sheet title={title} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={text.form.name}
          name="name"
          value={device.name}
          onChange={(name) => setDevice({ ...device, name })}
        />
        <OwnFields client={client} device={device} onChange={setDevice} />
        {refusal !== undefined && (
          <p className={styles['refusal']} role="alert">
            {refusalText(refusal)}
          </p>
        )}
        <SubmitButton label={text.form.save} busy={isBusy} />
      </form>
    </Sheet>
  );
}

function OwnFields({
  client,
  device,
  onChange,
}: {
  readonly client: Client<StoreContract>;
  readonly device: Device;
  readonly onChange: (device: Device) => void;
}) {
  switch (device.kind) {
    case 'printer':
      return <PrinterFields client={client} device={device} onChange={onChange} />;
    case 'terminal':
      return <TerminalFields client={client} device={device} onChange={onChange} />;
    case 'scanner':
    case 'bump-bar':
      return <UsbFields client={client} device={device} onChange={onChange} />;
    case 'customer-display':
      return (
        <LineFields
          client={client}
          line={device.line}
          onChange={(line) => onChange({ ...device, line })}
        />
      );
    case 'caller-id':
      return <CallerFields client={client} device={device} onChange={onChange} />;
    default:
      return assertNever(device);
  }
}
