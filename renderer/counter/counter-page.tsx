import { useMemo } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import { useView } from '../client/use-view.ts';
import { useRefusalText } from '../ui/refusals/refusals.ts';
import { useText } from '../ui/settings/settings.tsx';
import styles from './counter.module.css';
import { CounterScreen } from './counter-screen.tsx';
import { SessionGate } from '../ui/session/session.tsx';
import { StoreStatusProvider } from './store-status.tsx';
import { TrainingFrame } from './training/training-frame.tsx';
import { counterText } from './text.ts';

/** The counter once its menu is there; before that, one calm sentence. */
export function CounterPage({ client }: { readonly client: Client<StoreContract> }) {
  const text = useText(counterText);
  const refusalText = useRefusalText();
  const view = useView(client, 'menu.current', {});
  const menuView = view.status === 'ready' ? view.value : undefined;
  // The node validated the menu against the same shapes; only the names of allergens and classes are wider.
  const menu = useMemo(() => menuView as Menu | undefined, [menuView]);

  if (menu !== undefined) {
    return (
      <SessionGate client={client}>
        <TrainingFrame client={client}>
          {(worldClient, isCut) => (
            <StoreStatusProvider client={worldClient} isCut={isCut}>
              <CounterScreen client={worldClient} menu={menu} />
            </StoreStatusProvider>
          )}
        </TrainingFrame>
      </SessionGate>
    );
  }
  const isRefused = view.status === 'refused' && !view.refusal.code.startsWith('link.');
  return (
    <main className={styles['before']}>
      <h1>{isRefused ? text.refused : text.connecting}</h1>
      {isRefused && <p>{refusalText(view.refusal)}</p>}
    </main>
  );
}
