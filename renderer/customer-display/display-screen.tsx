import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../client/use-view.ts';
import { useText } from '../ui/settings/settings.tsx';
import styles from './display.module.css';
import { Idle } from './idle.tsx';
import { Ordering } from './ordering.tsx';
import { Paid } from './paid.tsx';
import { displayText } from './text.ts';

export type Shown = NonNullable<Output<StoreContract, 'display.current'>['shown']>;

/** What the customer sees: their order as it is typed, then what to pay, then their receipt. */
export function DisplayScreen({
  client,
  till,
}: {
  readonly client: Client<StoreContract>;
  readonly till: string | undefined;
}) {
  const text = useText(displayText);
  const view = useView(client, 'display.current', till === undefined ? {} : { device: till });
  if (view.status !== 'ready') return <main className={styles['waiting']}>{text.waiting}</main>;
  const { storeName, isTraining, shown, promotions } = view.value;
  return (
    <main className={styles['screen']} data-training={isTraining}>
      <h1 className="visually-hidden">{text.title}</h1>
      {isTraining && <p className={styles['training']}>{text.training}</p>}
      {stageOf(shown) === 'idle' && <Idle storeName={storeName} promotions={promotions} />}
      {stageOf(shown) === 'order' && shown !== undefined && <Ordering shown={shown} />}
      {stageOf(shown) === 'paid' && shown !== undefined && <Paid shown={shown} />}
    </main>
  );
}

function stageOf(shown: Shown | undefined): 'idle' | 'order' | 'paid' {
  if (shown === undefined || shown.stage === 'idle') return 'idle';
  return shown.stage === 'paid' ? 'paid' : 'order';
}
