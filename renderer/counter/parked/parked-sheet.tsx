import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../client/use-view.ts';
import { Money } from '../../ui/money.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { sheetsText } from '../sheets/text.ts';
import styles from './parked-sheet.module.css';

/** The orders parked at any till of the store, oldest first. One press takes one back, once. */
export function ParkedSheet({
  client,
  onTaken,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  /** The order as it was parked. */
  readonly onTaken: (draft: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText(sheetsText);
  const refusalText = useRefusalText();
  const view = useView(client, 'draft.list', {});
  const staff = useView(client, 'staff.list', {});
  const nameOf = (id: string) =>
    staff.status === 'ready'
      ? (staff.value.find(({ employeeId }) => employeeId === id)?.firstName ?? id)
      : '';
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const take = async (draftId: string) => {
    const result = await client.request('draft.take', { draftId });
    if (!result.ok) {
      setTrouble(refusalText(result.refusal));
      return;
    }
    onTaken(result.value.draft);
    onClose();
  };
  const parked = view.status === 'ready' ? view.value : [];
  return (
    <Sheet title={text.parkedTitle} onClose={onClose}>
      <div className={styles['parked']}>
        {trouble !== undefined && (
          <p className={styles['trouble']} role="alert">
            {trouble}
          </p>
        )}
        {view.status === 'ready' && parked.length === 0 && <p>{text.parkedNone}</p>}
        {parked.map(({ draftId, name, totalCents, parkedAt, by }, place) => (
          <button
            key={draftId}
            type="button"
            className={styles['one']}
            data-autofocus={place === 0 ? '' : undefined}
            onClick={() => void take(draftId)}
          >
            <b>{name ?? text.noName}</b>
            <small>{text.parkedBy(nameOf(by), clockText(parkedAt))}</small>
            <Money cents={totalCents} size="large" />
            <span className={styles['verb']}>{text.take}</span>
          </button>
        ))}
      </div>
    </Sheet>
  );
}
