import type { Client, Output } from '#app/contract/contract.ts';
import type { DeviceLine } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { NumberField, SelectField } from '../../ui/forms/choices.tsx';
import { TextField } from '../../ui/forms/fields.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { setupText } from '../text.ts';
import styles from './form.module.css';
import { useListing } from './use-listing.ts';

/** A serial line: where it is, and what it is set to. */
export function LineFields({
  client,
  line,
  onChange,
}: {
  readonly client: Client<StoreContract>;
  readonly line: DeviceLine;
  readonly onChange: (line: DeviceLine) => void;
}) {
  const { form: text } = useText(setupText);
  return (
    <>
      <TextField
        label={text.path}
        name="path"
        value={line.path}
        onChange={(path) => onChange({ ...line, path })}
      />
      <p className={styles['hint']}>{text.pathHint}</p>
      <KnownPorts
        client={client}
        path={line.path}
        onChoose={(path) => onChange({ ...line, path })}
      />
      <div className={styles['three']}>
        <NumberField
          label={text.baud}
          value={line.baudRate}
          onChange={(baudRate) => onChange({ ...line, baudRate })}
        />
        <SelectField
          label={text.bits}
          value={line.dataBits === 7 ? '7' : '8'}
          options={[
            { value: '8', label: '8' },
            { value: '7', label: '7' },
          ]}
          onChange={(bits) => onChange({ ...line, dataBits: bits === '7' ? 7 : 8 })}
        />
        <SelectField
          label={text.parity}
          value={line.parity}
          options={(['none', 'even', 'odd'] as const).map((value) => ({
            value,
            label: text.parities[value],
          }))}
          onChange={(parity) => onChange({ ...line, parity })}
        />
      </div>
      <SelectField
        label={text.flow}
        value={line.flow}
        options={(['none', 'rts-cts', 'xon-xoff'] as const).map((value) => ({
          value,
          label: text.flows[value],
        }))}
        onChange={(flow) => onChange({ ...line, flow })}
      />
    </>
  );
}

function KnownPorts({
  client,
  path: chosen,
  onChoose,
}: {
  readonly client: Client<StoreContract>;
  readonly path: string;
  readonly onChoose: (path: string) => void;
}) {
  const { form: text } = useText(setupText);
  const [listing] = useListing<Output<StoreContract, 'serial.ports'>>(client, 'serial.ports');
  if (listing === undefined) return null;
  return (
    <div role="group" aria-label={text.known}>
      <p className={styles['hint']}>{listing.ports.length === 0 ? text.noPorts : text.known}</p>
      <div className={styles['known']}>
        {listing.ports.map(({ path, maker }) => (
          <Key
            key={path}
            label={path}
            hint={maker}
            size="s"
            pressed={path === chosen}
            onPress={() => onChoose(path)}
          />
        ))}
      </div>
    </div>
  );
}
