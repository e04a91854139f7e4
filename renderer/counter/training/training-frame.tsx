import { type ReactNode, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { useSession } from '../../ui/session/session.tsx';
import { ExercisesSheet } from './exercises-sheet.tsx';
import { trainingText } from './text.ts';
import styles from './training.module.css';
import { type ExerciseState, useExercise } from './use-exercise.ts';

/**
 * Around the counter: in training a violet frame, a word nobody overlooks and the exercise under
 * way; otherwise nothing. What is inside works with the client that it is given.
 */
export function TrainingFrame({
  client,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly children: (client: Client<StoreContract>, isCut: boolean) => ReactNode;
}) {
  const { session } = useSession();
  if (!session.isTraining) return <>{children(client, false)}</>;
  return <InTraining client={client}>{children}</InTraining>;
}

function InTraining({
  client,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly children: (client: Client<StoreContract>, isCut: boolean) => ReactNode;
}) {
  const text = useText(trainingText);
  const exercise = useExercise(client);
  const [isOpen, setOpen] = useState(false);
  const isCut = exercise.running?.exercise === 'network-cut';
  return (
    <div className={styles['frame']}>
      <header className={styles['bar']}>
        <b className={styles['mark']}>{text.mark}</b>
        <Said exercise={exercise} />
        {exercise.running !== undefined && (
          <Key label={text.stop} size="s" tone="paper" onPress={exercise.stop} />
        )}
        <Key label={text.exercises} size="s" tone="paper" onPress={() => setOpen(true)} />
        <Key
          label={text.leave}
          size="s"
          tone="paper"
          onPress={() => void client.request('training.stop', {})}
        />
      </header>
      {children(exercise.client, isCut)}
      {isOpen && (
        <ExercisesSheet
          client={client}
          onStart={(chosen) => {
            exercise.start(chosen);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

/** The goal and its steps, or what was just done, or that nothing is real. */
function Said({ exercise: { running, ended } }: { readonly exercise: ExerciseState }) {
  const text = useText(trainingText);
  if (running !== undefined) {
    const done = running.steps.filter(({ isDone }) => isDone).length;
    const { title, goal } = text.list[running.exercise];
    return (
      <p className={styles['said']} role="status">
        <b>{title}</b> {goal}{' '}
        <span>
          {done}/{running.steps.length}
        </span>
      </p>
    );
  }
  if (ended !== undefined)
    return (
      <p className={styles['said']} role="status">
        <b>{text.well(text.list[ended.exercise].title)}</b> {text.passed(ended.seconds)} ·{' '}
        {text.errors(ended.errors)}
      </p>
    );
  return <p className={styles['said']}>{text.nothingIsReal}</p>;
}
