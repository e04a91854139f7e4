import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../ui/keys/key.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { setupText } from '../text.ts';
import { CalibrationLines } from './calibration-lines.tsx';
import styles from './detail.module.css';
import { addressText, type ListedDevice } from './kinds.tsx';
import { LastTest } from './last-test.tsx';
import { momentText } from './moment-text.ts';
import { StateWord } from './state-word.tsx';
import { TestKeys } from './test-keys.tsx';
import { useDeviceActs } from './use-device-acts.ts';

/** One device: how it is, what it can, and what shows that it works. */
export function DeviceDetail({
  client,
  listed,
  onEdit,
}: {
  readonly client: Client<StoreContract>;
  readonly listed: ListedDevice;
  readonly onEdit: () => void;
}) {
  const text = useText(setupText);
  const refusalText = useRefusalText();
  const acts = useDeviceActs(client);
  const [isRemoving, setRemoving] = useState(false);
  const { device, state, lastTest } = listed;
  const isCalibrated = lastTest?.kind === 'calibration-page' && lastTest.status === 'ok';
  return (
    <section className={styles['detail']} aria-labelledby="device-title">
      <header className={styles['head']}>
        <div>
          <p>
            {text.one[device.kind]} · {addressText(device)}
            {listed.isVirtual && <em>{text.virtual}</em>}
          </p>
          <h2 id="device-title">{device.name}</h2>
        </div>
        <Key
          label={text.edit}
          icon={<IconPencil size="1.25rem" aria-hidden />}
          tone="paper"
          onPress={onEdit}
        />
        {!listed.isOfCommandLine && (
          <Key
            label={text.remove}
            icon={<IconTrash size="1.25rem" aria-hidden />}
            tone="paper"
            onPress={() => setRemoving(true)}
          />
        )}
      </header>
      <Now state={state} />
      <TestKeys client={client} listed={listed} acts={acts} />
      {acts.refusal !== undefined && (
        <p className={styles['refusal']} role="alert">
          {refusalText(acts.refusal)}
        </p>
      )}
      {lastTest !== undefined && <LastTest test={lastTest} />}
      {isCalibrated && <CalibrationLines client={client} device={device} acts={acts} />}
      <Facts listed={listed} />
      {isRemoving && (
        <RemoveSheet
          name={device.name}
          onClose={() => setRemoving(false)}
          onRemove={() => {
            setRemoving(false);
            void acts.act('device.remove', { deviceId: device.id }, device.name);
          }}
        />
      )}
    </section>
  );
}

function Now({ state }: { readonly state: ListedDevice['state'] }) {
  const text = useText(setupText);
  // `Prêt` beside the word `Prêt` says nothing more.
  const hasDetail = state.detail !== undefined && state.detail !== text.states[state.status];
  return (
    <p className={styles['now']} data-status={state.status} role="status">
      <StateWord status={state.status} />
      <span>
        {hasDetail && <b>{state.detail}</b>}
        {state.action !== undefined && state.action}
      </span>
      <small>{text.since(clockText(state.since))}</small>
    </p>
  );
}

function RemoveSheet({
  name,
  onRemove,
  onClose,
}: {
  readonly name: string;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) {
  const text = useText(setupText);
  return (
    <Sheet title={text.removeSure(name)} side="centre" onClose={onClose}>
      <div className={styles['sure']}>
        <p>{text.removeHint}</p>
        <Key label={text.no} size="l" onPress={onClose} />
        <Key label={text.remove} size="l" tone="danger" onPress={onRemove} />
      </div>
    </Sheet>
  );
}

function Facts({ listed }: { readonly listed: ListedDevice }) {
  const text = useText(setupText);
  const language = useLanguage();
  const { capabilities, metrics, isOfCommandLine } = listed;
  const { lastOkAt, failures, tries } = metrics;
  return (
    <section className={styles['facts']} aria-label={text.facts}>
      <dl>
        {capabilities.length > 0 && (
          <div className={styles['wide']}>
            <dt>{text.canDo}</dt>
            <dd>{capabilities.map((one) => text.capabilities[one]).join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>{text.lastOk}</dt>
          <dd>
            {lastOkAt === undefined ? text.never : momentText(lastOkAt, listed.now, language)}
          </dd>
        </div>
        <div>
          <dt>{text.failures}</dt>
          <dd>{text.failuresOf(failures, tries)}</dd>
        </div>
      </dl>
      {isOfCommandLine && <p>{text.ofCommandLine}</p>}
    </section>
  );
}
