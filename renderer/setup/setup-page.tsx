import { IconArrowLeft, IconDeviceDesktop, IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../client/use-view.ts';
import { ApprovalProvider } from '../ui/approval/approval.tsx';
import { Key } from '../ui/keys/key.tsx';
import { SegmentedKeys } from '../ui/keys/segmented-keys.tsx';
import { SessionGate, useSession } from '../ui/session/session.tsx';
import { useText } from '../ui/settings/settings.tsx';
import { Clock } from '../ui/time/clock.tsx';
import { DevicesTab } from './devices/devices-tab.tsx';
import { ScreenTab } from './screen-size/screen-tab.tsx';
import styles from './setup.module.css';
import { setupText } from './text.ts';

type Tab = 'devices' | 'screen';

/** The devices of the store and the size of this screen, for somebody who has signed in. */
export function SetupPage({ client }: { readonly client: Client<StoreContract> }) {
  return (
    <SessionGate client={client}>
      <ApprovalProvider client={client}>
        <Setup client={client} />
      </ApprovalProvider>
    </SessionGate>
  );
}

function Setup({ client }: { readonly client: Client<StoreContract> }) {
  const text = useText(setupText);
  const [tab, setTab] = useState<Tab>('devices');
  const { session } = useSession();
  const status = useView(client, 'store.status', {});
  return (
    <div className={styles['page']}>
      <header className={styles['top']}>
        <Key
          label={text.back}
          icon={<IconArrowLeft size="1.5rem" aria-hidden />}
          onPress={() => window.location.assign('/counter/')}
        />
        <h1>{text.title}</h1>
        <div className={styles['tabs']}>
          <SegmentedKeys
            label={text.parts}
            options={[
              { value: 'devices', label: <Tabbed icon={IconPlugConnected} word={text.devices} /> },
              { value: 'screen', label: <Tabbed icon={IconDeviceDesktop} word={text.screen} /> },
            ]}
            value={tab}
            onChange={setTab}
          />
        </div>
        <p className={styles['where']}>
          <b>{status.status === 'ready' ? status.value.storeName : ''}</b>
          <span>
            {session.firstName} · <Clock />
          </span>
        </p>
      </header>
      <main className={styles['main']}>
        {tab === 'devices' ? <DevicesTab client={client} /> : <ScreenTab />}
      </main>
    </div>
  );
}

function Tabbed({
  icon: Icon,
  word,
}: {
  readonly icon: typeof IconPlugConnected;
  readonly word: string;
}) {
  return (
    <span className={styles['tab']}>
      <Icon size="1.25rem" aria-hidden />
      {word}
    </span>
  );
}
