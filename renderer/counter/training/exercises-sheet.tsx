import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../client/use-view.ts';
import { Key } from '../../ui/keys/key.tsx';
import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useSession } from '../../ui/session/session.tsx';
import { EXERCISES, type ExerciseId } from './exercises.ts';
import { trainingText } from './text.ts';
import styles from './training.module.css';

type Answer = 'accepted' | 'declined' | 'unreachable';

/** The six exercises, how far the learner is, and what the simulated devices do next. */
export function ExercisesSheet({
  client,
  onStart,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly onStart: (exercise: ExerciseId) => void;
  readonly onClose: () => void;
}) {
  const text = useText(trainingText);
  const { session } = useSession();
  const view = useView(client, 'training.progress', {});
  const mine = (view.status === 'ready' ? view.value : []).filter(
    ({ employeeId }) => employeeId === session.employeeId,
  );
  const passedIn = (exercise: ExerciseId) =>
    mine.find((one) => one.exercise === exercise && one.isPassed);
  const hasAll = EXERCISES.every((exercise) => passedIn(exercise) !== undefined);
  return (
    <Sheet title={text.exercises} side="centre" onClose={onClose}>
      <div className={styles['sheet']}>
        {hasAll && <p className={styles['all']}>{text.all}</p>}
        <ol className={styles['list']}>
          {EXERCISES.map((exercise, place) => {
            const passed = passedIn(exercise);
            const { title, goal } = text.list[exercise];
            return (
              <li key={exercise} data-passed={passed !== undefined}>
                <b className={styles['number']}>{place + 1}</b>
                <span>
                  <b>{title}</b>
                  <small>{goal}</small>
                  <small className={styles['state']}>
                    {passed === undefined
                      ? text.notYet
                      : `${text.passed(passed.bestSeconds)} · ${text.errors(passed.errors)}`}
                  </small>
                </span>
                <Key
                  label={passed === undefined ? text.start : text.again}
                  ariaLabel={`${passed === undefined ? text.start : text.again}, ${title}`}
                  tone={passed === undefined ? 'action' : 'plain'}
                  onPress={() => onStart(exercise)}
                />
              </li>
            );
          })}
        </ol>
        <Devices client={client} />
      </div>
    </Sheet>
  );
}

/** What the terminal answers next, and a telephone that rings. */
function Devices({ client }: { readonly client: Client<StoreContract> }) {
  const text = useText(trainingText);
  const [answer, setAnswer] = useState<Answer>('accepted');
  return (
    <section className={styles['devices']}>
      <h3>{text.terminal}</h3>
      <SegmentedKeys
        label={text.terminal}
        options={(['accepted', 'declined', 'unreachable'] as const).map((value) => ({
          value,
          label: text.answers[value],
        }))}
        value={answer}
        onChange={(value) => {
          setAnswer(value);
          void client.request('training.terminal', { answer: value });
        }}
      />
      <Key label={text.ring} onPress={() => void client.request('training.ring', {})} />
    </section>
  );
}
