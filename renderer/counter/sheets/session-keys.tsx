import { IconLock, IconUsers } from '@tabler/icons-react';

import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { useSession } from '../sign-in/session.tsx';
import styles from './settings-sheet.module.css';
import { sheetsText } from './text.ts';

/** Leaves the till locked, or to somebody else. The order being taken stays. */
export function SessionKeys({ onClose }: { readonly onClose: () => void }) {
  const text = useText(sheetsText);
  const { lock, signOut } = useSession();
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
    </div>
  );
}
