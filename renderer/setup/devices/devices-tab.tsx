import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { Device, DeviceKind } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../client/use-view.ts';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { DeviceForm } from '../form/device-form.tsx';
import { newDevice } from '../form/new-device.ts';
import { setupText } from '../text.ts';
import { DeviceDetail } from './device-detail.tsx';
import { DeviceList } from './device-list.tsx';
import styles from './devices.module.css';

type Edited = { readonly device: Device; readonly isNew: boolean };

/** All devices of the store at the left, the chosen one with its tests at the right. */
export function DevicesTab({ client }: { readonly client: Client<StoreContract> }) {
  const text = useText(setupText);
  const refusalText = useRefusalText();
  const view = useView(client, 'devices.list', {});
  const [chosenId, setChosen] = useState<string | undefined>(undefined);
  const [edited, setEdited] = useState<Edited | undefined>(undefined);
  if (view.status === 'waiting') return null;
  if (view.status === 'refused')
    return <p className={styles['empty']}>{refusalText(view.refusal)}</p>;
  const devices = view.value;
  const chosen = devices.find(({ device }) => device.id === chosenId) ?? devices[0];
  const add = (kind: DeviceKind) => setEdited({ device: newDevice(kind, devices), isNew: true });
  return (
    <div className={styles['tab']}>
      <DeviceList devices={devices} chosenId={chosen?.device.id} onChoose={setChosen} onAdd={add} />
      {chosen === undefined ? (
        <p className={styles['empty']}>
          {text.choose}
          <br />
          {text.nothing}
        </p>
      ) : (
        <DeviceDetail
          key={chosen.device.id}
          client={client}
          listed={chosen}
          onEdit={() => setEdited({ device: chosen.device, isNew: false })}
        />
      )}
      {edited !== undefined && (
        <DeviceForm
          client={client}
          device={edited.device}
          isNew={edited.isNew}
          onSaved={(id) => {
            setChosen(id);
            setEdited(undefined);
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}
