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
import { USUAL_LINE } from './new-device.ts';

type Caller = Extract<Device, { kind: 'caller-id' }>;
const SOURCES = ['modem', 'sip', 'long-poll', 'webhook'] as const;
/** SIP (RFC 3261), and a port of our own for an operator that posts. */
const SIP_PORT = 5_060;
const WEBHOOK_PORT = 7_390;

type FieldsProps = {
  readonly client: Client<StoreContract>;
  readonly device: Caller;
  readonly onChange: (device: Caller) => void;
};

/** How the shop hears who calls. */
export function CallerFields({ client, device, onChange }: FieldsProps) {
  const { form: text } = useText(setupText);
  return (
    <>
      <TextField
        label={text.line}
        name="line"
        value={device.lineId}
        onChange={(lineId) => onChange({ ...device, lineId })}
      />
      <SelectField
        label={text.source}
        value={device.source}
        options={SOURCES.map((value) => ({ value, label: text.sources[value] }))}
        onChange={(source) => onChange(blank(device, source))}
      />
      <SourceFields client={client} device={device} onChange={onChange} />
      {device.source !== 'modem' && <p className={styles['hint']}>{text.secretHint}</p>}
    </>
  );
}

function blank({ id, name, lineId }: Caller, source: Caller['source']): Caller {
  const own = { kind: 'caller-id', id, name, lineId } as const;
  switch (source) {
    case 'modem':
      return { ...own, source, line: USUAL_LINE };
    case 'sip':
      return { ...own, source, registrar: '', port: SIP_PORT, user: '', localPort: 0 };
    case 'long-poll':
      return { ...own, source, url: '' };
    case 'webhook':
      return { ...own, source, host: '', port: WEBHOOK_PORT };
    default:
      return assertNever(source);
  }
}

function SourceFields({ client, device, onChange }: FieldsProps) {
  const { form: text } = useText(setupText);
  switch (device.source) {
    case 'modem':
      return (
        <LineFields
          client={client}
          line={device.line}
          onChange={(line) => onChange({ ...device, line })}
        />
      );
    case 'sip':
      return (
        <>
          <AddressFields
            client={client}
            host={device.registrar}
            port={device.port}
            onChange={({ host, port }) => onChange({ ...device, registrar: host, port })}
          />
          <TextField
            label={text.user}
            name="user"
            value={device.user}
            onChange={(user) => onChange({ ...device, user })}
          />
        </>
      );
    case 'long-poll':
      return (
        <TextField
          label={text.url}
          name="url"
          value={device.url}
          onChange={(url) => onChange({ ...device, url })}
        />
      );
    case 'webhook':
      return (
        <AddressFields
          client={client}
          host={device.host}
          port={device.port}
          onChange={(at) => onChange({ ...device, ...at })}
        />
      );
    default:
      return assertNever(device);
  }
}
