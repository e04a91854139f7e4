import { IconCash, IconLock, IconPlugConnected, IconSchool, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useApproval } from '../../ui/approval/approval.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { useSession } from '../../ui/session/session.tsx';
import styles from './settings-sheet.module.css';
import { sheetsText } from './text.ts';

/** Leaves the till locked, or to somebody else. The order being taken stays. */
export function SessionKeys({
  client,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly onClose: () => void;
}) {
  const text = useText(sheetsText);
  const { session, lock, signOut } = useSession();
  return (
    <div className={styles['session']}>
      <Key
        label={text.lock}
        icon={<IconLock size="1.25rem" aria-hidden />}
        size="l"
        wide
        onPress={() => {
          onClose();
          lock();
        }}
      />
      <Key
        label={text.changePerson}
        icon={<IconUsers size="1.25rem" aria-hidden />}
        size="l"
        wide
        onPress={() => {
          onClose();
          signOut();
        }}
      />
      <DrawerKey client={client} />
      {!session.isTraining && (
        <Key
          label={text.devices}
          icon={<IconPlugConnected size="1.25rem" aria-hidden />}
          size="l"
          wide
          onPress={() => window.location.assign('/setup/')}
        />
      )}
      {!session.isTraining && (
        <Key
          label={text.training}
          icon={<IconSchool size="1.25rem" aria-hidden />}
          size="l"
          wide
          onPress={() => {
            onClose();
            void client.request('training.start', {});
          }}
        />
      )}
    </div>
  );
}

/** Opens the drawer without a sale: it takes a right, and is written down with its reason. */
function DrawerKey({ client }: { readonly client: Client<StoreContract> }) {
  const text = useText(sheetsText);
  const ask = useApproval();
  const refusalText = useRefusalText();
  const [said, setSaid] = useState<string | undefined>(undefined);
  const openDrawer = async () => {
    const asked = await ask('drawer.open', { about: text.drawerReason });
    if (asked.status === 'refused') return;
    const approval = asked.status === 'approved' ? { approval: asked.approval } : {};
    const opened = await client.request('drawer.open', { reason: text.drawerReason, ...approval });
    setSaid(opened.ok ? undefined : refusalText(opened.refusal));
  };
  return (
    <Key
      label={text.drawer}
      hint={said ?? text.drawerReason}
      icon={<IconCash size="1.25rem" aria-hidden />}
      size="l"
      wide
      onPress={() => void openDrawer()}
    />
  );
}
