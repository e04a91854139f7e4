import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Mode } from '#app/domain/menu.ts';
import { formatEuros } from '#app/lib/money.ts';

import { useView } from '../../../client/use-view.ts';
import { useApproval } from '../../../ui/approval/approval.tsx';
import { Key } from '../../../ui/keys/key.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { useReadNow } from '../../../ui/time/now.tsx';
import { clockText } from '../../../ui/time/time-text.ts';
import { MODES } from '../../draft/draft.ts';
import { newId } from '../../payment/checkout/new-id.ts';
import { paymentText } from '../../payment/text.ts';
import { counterText } from '../../text.ts';
import { ActPanel } from './act-panel.tsx';
import styles from './acts.module.css';
import { actsText } from './text.ts';
import { useHere } from './use-here.ts';
import { withApproval } from './with-approval.ts';

type Detail = Output<StoreContract, 'order.detail'>;
type PanelProps = {
  readonly client: Client<StoreContract>;
  readonly detail: Detail;
  readonly onLeave: () => void;
};

/** To take away, delivered, on site. */
export function ModePanel({ client, detail, onLeave }: PanelProps) {
  const text = useText(actsText);
  const { modes } = useText(counterText);
  const refusalText = useRefusalText();
  const ask = useApproval();
  const readNow = useReadNow();
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const { orderId, number, revision } = detail;
  const choose = async (mode: Mode) => {
    const editId = newId(readNow());
    const result = await withApproval(
      ask,
      { right: 'order.undo-started', about: text.modeTitle(number) },
      (approval) =>
        client.request('order.edit', {
          orderId,
          baseRevision: revision,
          operations: [],
          mode,
          editId,
          ...approval,
        }),
    );
    if (result === undefined || result.ok) onLeave();
    else setRefusal(refusalText(result.refusal));
  };
  return (
    <ActPanel title={text.modeTitle(number)} refusal={refusal} onLeave={onLeave}>
      <p className={styles['hint']}>{text.modeHint}</p>
      <div className={styles['choices']}>
        {MODES.map((mode) => (
          <Key
            key={mode}
            label={modes[mode]}
            size="l"
            wide
            tone={mode === detail.mode ? 'ink' : 'plain'}
            pressed={mode === detail.mode}
            disabled={mode === detail.mode}
            onPress={() => void choose(mode)}
          />
        ))}
      </div>
    </ActPanel>
  );
}

/** To another till of the store. */
export function TransferPanel({ client, detail, onLeave }: PanelProps) {
  const text = useText(actsText);
  const refusalText = useRefusalText();
  const view = useView(client, 'till.list', {});
  const here = useHere(client);
  const tills = view.status === 'ready' ? view.value : [];
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const { orderId, number } = detail;
  const choose = async (toDevice: string) => {
    const result = await client.request('order.transfer', { orderId, toDevice });
    if (result.ok) onLeave();
    else setRefusal(refusalText(result.refusal));
  };
  return (
    <ActPanel title={text.transferTitle(number)} refusal={refusal} onLeave={onLeave}>
      {view.status === 'ready' && tills.length === 0 && <p>{text.transferNone}</p>}
      <div className={styles['choices']}>
        {tills.map(({ device, firstName, isOnline }) => {
          const isHere = device === detail.device;
          const who = isOnline ? (firstName ?? text.transferNobody) : text.transferOffline;
          return (
            <Key
              key={device}
              label={here(device)}
              hint={isHere ? text.transferHere : who}
              size="l"
              wide
              disabled={isHere}
              onPress={() => void choose(device)}
            />
          );
        })}
      </div>
    </ActPanel>
  );
}

/** Who did what and when, on which screen. */
export function HistoryPanel({ client, detail, onLeave }: PanelProps) {
  const text = useText(actsText);
  const { methods } = useText(paymentText);
  const language = useLanguage();
  const view = useView(client, 'order.history', { orderId: detail.orderId });
  const here = useHere(client);
  const moments = view.status === 'ready' ? view.value : [];
  return (
    <ActPanel title={text.historyTitle(detail.number)} onLeave={onLeave}>
      <ol className={styles['history']}>
        {moments.map((moment, place) => {
          const { at, type, by, device, grantedBy, reason, amountCents, method, lines } = moment;
          const who = [
            by,
            ...(device === undefined ? [] : [here(device)]),
            ...(grantedBy === undefined ? [] : [text.historyGranted(grantedBy)]),
          ].join(', ');
          const known = Object.entries(methods).find(([name]) => name === method)?.[1];
          const what = [
            text.events[type] ?? type,
            ...(known === undefined ? [] : [known]),
            ...(amountCents === undefined ? [] : [formatEuros(amountCents, language)]),
          ].join(' · ');
          return (
            <li key={place}>
              <b>{clockText(at)}</b>
              <span>
                {what}
                <small>{who}</small>
                {reason !== undefined && (
                  <small>
                    «{'\u202f'}
                    {reason}
                    {'\u202f'}»
                  </small>
                )}
                {lines.map((line) => (
                  <small key={line}>{line}</small>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
    </ActPanel>
  );
}
