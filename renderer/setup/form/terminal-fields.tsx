import type { Client } from '#app/contract/contract.ts';
import type { Device } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { assertNever } from '#app/lib/assert.ts';

import { SelectField } from '../../ui/forms/choices.tsx';
import { TextField } from '../../ui/forms/fields.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { setupText } from '../text.ts';
import { AddressFields } from './address-fields.tsx';
import styles from './form.module.css';
import { LineFields } from './line-fields.tsx';
import { CONCERT_LINE, TERMINAL_PORT } from './new-device.ts';

type Terminal = Extract<Device, { kind: 'terminal' }>;
const PROTOCOLS = ['caisse-ap', 'concert', 'stripe'] as const;

type FieldsProps = {
  readonly client: Client<StoreContract>;
  readonly device: Terminal;
  readonly onChange: (device: Terminal) => void;
};

/** What a card terminal speaks, and over which line. */
export function TerminalFields({ client, device, onChange }: FieldsProps) {
  const { form: text } = useText(setupText);
  return (
    <>
      <SelectField
        label={text.protocol}
        value={device.protocol}
        options={PROTOCOLS.map((value) => ({ value, label: text.protocols[value] }))}
        onChange={(protocol) => onChange(blank(device, protocol))}
      />
      <LinkFields client={client} device={device} onChange={onChange} />
      <TextField
        label={text.till}
        name="till"
        value={device.tillNumber}
        onChange={(tillNumber) => onChange({ ...device, tillNumber: tillNumber.slice(0, 2) })}
      />
    </>
  );
}

function blank({ id, name, tillNumber }: Terminal, protocol: Terminal['protocol']): Terminal {
  const own = { kind: 'terminal', id, name, tillNumber } as const;
  switch (protocol) {
    case 'caisse-ap':
      return { ...own, protocol, host: '', port: TERMINAL_PORT };
    case 'concert':
      return { ...own, protocol, line: CONCERT_LINE };
    case 'stripe':
      return { ...own, protocol, readerId: '' };
    default:
      return assertNever(protocol);
  }
}

function LinkFields({ client, device, onChange }: FieldsProps) {
  const { form: text } = useText(setupText);
  switch (device.protocol) {
    case 'caisse-ap':
      return (
        <AddressFields
          client={client}
          host={device.host}
          port={device.port}
          onChange={(at) => onChange({ ...device, ...at })}
        />
      );
    case 'concert':
      return (
        <LineFields
          client={client}
          line={device.line}
          onChange={(line) => onChange({ ...device, line })}
        />
      );
    case 'stripe':
      return (
        <>
          <TextField
            label={text.reader}
            name="reader"
            value={device.readerId}
            onChange={(readerId) => onChange({ ...device, readerId })}
          />
          <p className={styles['hint']}>{text.secretHint}</p>
        </>
      );
    default:
      return assertNever(device);
  }
}
