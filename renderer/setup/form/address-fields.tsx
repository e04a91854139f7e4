import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useApproval } from '../../ui/approval/approval.tsx';
import { NumberField } from '../../ui/forms/choices.tsx';
import { TextField } from '../../ui/forms/fields.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { type SetupSentences, setupText } from '../text.ts';
import styles from './form.module.css';

type Address = { readonly host: string; readonly port: number };
type Probed = Output<StoreContract, 'device.probe'>;

/** An address on the network. With `onProfile`, a printer there can be asked who it is. */
export function AddressFields({
  client,
  host,
  port,
  onChange,
  onProfile,
}: Address & {
  readonly client: Client<StoreContract>;
  readonly onChange: (address: Address) => void;
  readonly onProfile?: (profile: string, language: 'esc-pos' | 'star-prnt') => void;
}) {
  const { form: text } = useText(setupText);
  const refusalText = useRefusalText();
  const ask = useApproval();
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const probe = async () => {
    const asked = await ask('settings.devices', { about: `${host}:${port}` });
    if (asked.status === 'refused') return;
    setBusy(true);
    const approval = asked.status === 'approved' ? { approval: asked.approval } : {};
    const result = await client.request('device.probe', { host, port, ...approval });
    setBusy(false);
    setSaid(result.ok ? sentenceOf(result.value, text) : refusalText(result.refusal));
    if (!result.ok) return;
    const { profile, language } = result.value;
    if (profile !== undefined && language !== undefined) onProfile?.(profile, language);
  };
  return (
    <>
      <div className={styles['two']}>
        <TextField
          label={text.host}
          name="host"
          value={host}
          onChange={(next) => onChange({ host: next, port })}
        />
        <NumberField
          label={text.port}
          value={port}
          onChange={(next) => onChange({ host, port: next })}
        />
      </div>
      {onProfile !== undefined && (
        <Key
          label={text.probe}
          size="s"
          disabled={isBusy || host.trim() === ''}
          onPress={() => void probe()}
        />
      )}
      {said !== '' && (
        <p className={styles['said']} role="status">
          {said}
        </p>
      )}
    </>
  );
}

function sentenceOf(
  { status, maker = '', model = '' }: Probed,
  { probed }: SetupSentences['form'],
): string {
  return status === 'printer' ? probed.printer(`${maker} ${model}`.trim()) : probed[status];
}
