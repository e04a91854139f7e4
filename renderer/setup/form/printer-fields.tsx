import type { Client } from '#app/contract/contract.ts';
import type { Device } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { assertNever } from '#app/lib/assert.ts';

import { useView } from '../../client/use-view.ts';
import { CheckField, SelectField } from '../../ui/forms/choices.tsx';
import { TextField } from '../../ui/forms/fields.tsx';
import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { setupText } from '../text.ts';
import { AddressFields } from './address-fields.tsx';
import styles from './form.module.css';
import { LineFields } from './line-fields.tsx';
import { PRINTER_PORT, USUAL_LINE } from './new-device.ts';

type Printer = Extract<Device, { kind: 'printer' }>;
type Transport = Printer['transport'];
const LINKS = ['tcp', 'serial', 'file', 'spooler'] as const;
const ROLES = ['receipt', 'kitchen', 'label'] as const;

type FieldsProps = {
  readonly client: Client<StoreContract>;
  readonly device: Printer;
  readonly onChange: (device: Printer) => void;
};

/** Where a printer is, which model it is and what it is for. */
export function PrinterFields({ client, device, onChange }: FieldsProps) {
  const { form: text } = useText(setupText);
  return (
    <>
      <SegmentedKeys
        label={text.link}
        options={LINKS.map((value) => ({ value, label: text.links[value] }))}
        value={device.transport.kind}
        onChange={(kind) => onChange({ ...device, transport: blankTransport(kind) })}
      />
      <TransportFields client={client} device={device} onChange={onChange} />
      <ModelFields client={client} device={device} onChange={onChange} />
      <fieldset className={styles['group']}>
        <legend>{text.roles}</legend>
        <div className={styles['checks']}>
          {ROLES.map((role) => (
            <CheckField
              key={role}
              label={text.role[role]}
              checked={device.roles.includes(role)}
              onChange={(isOn) => {
                const roles = ROLES.filter((one) =>
                  one === role ? isOn : device.roles.includes(one),
                );
                onChange({ ...device, roles });
              }}
            />
          ))}
        </div>
      </fieldset>
      {device.transport.kind === 'tcp' && (
        <CheckField
          label={text.shared}
          checked={device.isShared ?? false}
          onChange={(isShared) => onChange({ ...device, isShared })}
        />
      )}
    </>
  );
}

function blankTransport(kind: Transport['kind']): Transport {
  switch (kind) {
    case 'tcp':
      return { kind, host: '', port: PRINTER_PORT };
    case 'serial':
      return { kind, ...USUAL_LINE };
    case 'file':
      return { kind, path: '' };
    case 'spooler':
      return { kind, queue: '' };
    default:
      return assertNever(kind);
  }
}

function TransportFields({ client, device, onChange }: FieldsProps) {
  const { form: text } = useText(setupText);
  const { transport } = device;
  const set = (next: Transport) => onChange({ ...device, transport: next });
  switch (transport.kind) {
    case 'tcp':
      return (
        <AddressFields
          client={client}
          host={transport.host}
          port={transport.port}
          onChange={(at) => set({ kind: 'tcp', ...at })}
          onProfile={(profile, language) => onChange({ ...device, profile, language })}
        />
      );
    case 'serial':
      return (
        <LineFields
          client={client}
          line={transport}
          onChange={(line) => set({ ...line, kind: 'serial' })}
        />
      );
    case 'file':
      return (
        <TextField
          label={text.path}
          name="path"
          value={transport.path}
          onChange={(path) => set({ kind: 'file', path })}
        />
      );
    case 'spooler':
      return (
        <>
          <TextField
            label={text.queue}
            name="queue"
            value={transport.queue}
            onChange={(queue) => set({ kind: 'spooler', queue })}
          />
          <p className={styles['hint']}>{text.queueHint}</p>
        </>
      );
    default:
      return assertNever(transport);
  }
}

/** The table is the model's own unless the calibration page found another. */
const OF_MODEL = 'model';

function ModelFields({ client, device, onChange }: FieldsProps) {
  const { form: text } = useText(setupText);
  const view = useView(client, 'devices.options', {});
  const profiles = view.status === 'ready' ? view.value.profiles : [];
  const profile = profiles.find(({ id }) => id === device.profile);
  const { codeTable, ...withoutTable } = device;
  return (
    <>
      <SelectField
        label={text.profile}
        value={device.profile}
        options={profiles.map(({ id, name, columns }) => ({
          value: id,
          label: `${name} · ${columns}`,
        }))}
        onChange={(id) => {
          const language = profiles.find((one) => one.id === id)?.language ?? device.language;
          onChange({ ...withoutTable, profile: id, language });
        }}
      />
      <SelectField
        label={text.table}
        value={codeTable === undefined ? OF_MODEL : String(codeTable)}
        options={[
          { value: OF_MODEL, label: text.tableOfModel },
          ...(profile?.lines ?? []).map((line) => ({
            value: String(line.codeTable),
            label: `${line.codeTable} · ${line.text}`,
          })),
        ]}
        onChange={(table) =>
          onChange(table === OF_MODEL ? withoutTable : { ...device, codeTable: Number(table) })
        }
      />
    </>
  );
}
