import { IconLock, IconPlugConnected, IconSchool, IconUsers } from '@tabler/icons-react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../ui/keys/key.tsx';
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
