import { IconAlertTriangle, IconCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';

import { assertNever } from '#app/lib/assert.ts';

import { classes } from '../classes.ts';
import { useText } from '../settings/settings.tsx';
import { Sheet } from '../sheet/sheet.tsx';
import { useNow } from '../time/now.tsx';
import { durationText } from '../time/time-text.ts';
import { type PillState, pillTone } from './pill-state.ts';
import styles from './status-pill.module.css';
import { pillText } from './text.ts';

/** What goes on working, and what waits: full sentences, in the language of the screen. */
export type StatusFacts = {
  readonly works: readonly string[];
  readonly waits: readonly string[];
};

/** The one place where a screen says how it is connected. A press tells what works and what waits. */
export function StatusPill({
  state,
  facts,
}: {
  readonly state: PillState;
  readonly facts: StatusFacts;
}) {
  const [isOpen, setOpen] = useState(false);
  const text = useText(pillText);
  return (
    <>
      <Pill state={state} onPress={() => setOpen(true)} />
      {isOpen && (
        <Sheet title={text.title} side="centre" onClose={() => setOpen(false)}>
          <div className={styles['columns']}>
            <Facts title={text.works} facts={facts.works} icon={<IconCheck aria-hidden />} />
            <Facts
              title={text.waits}
              facts={facts.waits.length === 0 ? [text.nothingWaits] : facts.waits}
              icon={<IconRefresh aria-hidden />}
            />
          </div>
        </Sheet>
      )}
    </>
  );
}

/** Apart, so that a tick of the clock renders the pill and nothing else. */
function Pill({ state, onPress }: { readonly state: PillState; readonly onPress: () => void }) {
  const now = useNow(1_000);
  const tone = pillTone(state, now);
  return (
    <button type="button" className={classes(styles['pill'], styles[tone])} onClick={onPress}>
      <PillIcon state={state} />
      <PillWords state={state} nowMs={now} />
    </button>
  );
}

function PillIcon({ state }: { readonly state: PillState }) {
  switch (state.status) {
    case 'up-to-date':
      return <i className={styles['dot']} aria-hidden />;
    case 'waiting':
      return <IconRefresh size="1.125rem" stroke={2.25} aria-hidden />;
    case 'offline':
      return <IconCloudOff size="1.125rem" stroke={2.25} aria-hidden />;
    case 'action':
      return <IconAlertTriangle size="1.125rem" stroke={2.25} aria-hidden />;
    default:
      return assertNever(state);
  }
}

function PillWords({ state, nowMs }: { readonly state: PillState; readonly nowMs: number }) {
  const text = useText(pillText);
  switch (state.status) {
    case 'up-to-date':
      return <span>{text.upToDate}</span>;
    case 'waiting':
      return <span>{text.waiting(state.count)}</span>;
    case 'offline':
      return (
        <span>
          {text.offline} {durationText(nowMs - state.sinceMs)}{' '}
          {state.count > 0 && <span className={styles['count']}>{text.kept(state.count)}</span>}
        </span>
      );
    case 'action':
      return <span>{state.sentence}</span>;
    default:
      return assertNever(state);
  }
}

function Facts({
  title,
  facts,
  icon,
}: {
  readonly title: string;
  readonly facts: readonly string[];
  readonly icon: React.ReactNode;
}) {
  return (
    <section className={styles['facts']}>
      <h3>{title}</h3>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>
            {icon}
            <span>{fact}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
