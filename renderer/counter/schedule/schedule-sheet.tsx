import { useState } from 'react';

import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useReadNow } from '../../ui/time/now.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { useStoreStatus } from '../store-status.tsx';
import { sheetsText } from '../sheets/text.ts';
import { type Day, daysFrom, firstSlot, HOURS, instantAt, isPastHour, MINUTES } from './slots.ts';
import styles from './schedule-sheet.module.css';

const WEEKDAY = new Intl.DateTimeFormat('fr-FR', { weekday: 'short', timeZone: 'UTC' });

/** Day, hour and minute on keys; « Dès que possible » is always one press away. */
export function ScheduleSheet({
  scheduledFor,
  onSchedule,
  onClose,
}: {
  readonly scheduledFor: string | undefined;
  /** ISO 8601, UTC; absent: as soon as possible. */
  readonly onSchedule: (at: string | undefined) => void;
  readonly onClose: () => void;
}) {
  const text = useText(sheetsText);
  const { status } = useStoreStatus();
  const zone = status?.zone ?? 'Europe/Paris';
  const nowMs = useReadNow()();
  const days = daysFrom(nowMs, zone);
  const [slot, setSlot] = useState(() =>
    firstSlot(scheduledFor === undefined ? nowMs : Date.parse(scheduledFor) - 2_700_000, zone),
  );
  const at = instantAt(slot, nowMs, zone);
  const set = (next: string | undefined) => {
    onSchedule(next);
    onClose();
  };
  return (
    <Sheet title={text.scheduleTitle} side="centre" onClose={onClose}>
      <div className={styles['schedule']}>
        <Key
          label={text.asap}
          tone={scheduledFor === undefined ? 'ink' : 'paper'}
          size="l"
          wide
          autoFocus
          onPress={() => set(undefined)}
        />
        <Days days={days} date={slot.date} onDate={(date) => setSlot({ ...slot, date })} />
        <Numbers
          label={text.hours}
          look="hours"
          numbers={HOURS}
          value={slot.hour}
          nameOf={(hour) => `${String(hour).padStart(2, '0')}\u202fh`}
          isPast={(hour) => isPastHour({ ...slot, hour }, nowMs, zone)}
          onChoose={(hour) => setSlot({ ...slot, hour })}
        />
        <Numbers
          label={text.minutes}
          look="minutes"
          numbers={MINUTES}
          value={slot.minute}
          nameOf={(minute) => `:${String(minute).padStart(2, '0')}`}
          isPast={(minute) => instantAt({ ...slot, minute }, nowMs, zone) === undefined}
          onChoose={(minute) => setSlot({ ...slot, minute })}
        />
        <Key
          label={at === undefined ? text.past : text.scheduleConfirm(whenText(at, slot.date, days))}
          tone="action"
          size="l"
          wide
          disabled={at === undefined}
          onPress={() => set(at)}
        />
      </div>
    </Sheet>
  );
}

function Days({
  days,
  date,
  onDate,
}: {
  readonly days: readonly Day[];
  readonly date: string;
  readonly onDate: (date: string) => void;
}) {
  const text = useText(sheetsText);
  return (
    <div role="group" aria-label={text.days} className={styles['days']}>
      {days.map((day, place) => (
        <Key
          key={day.date}
          label={dayLabel(day, place, text)}
          hint={`${day.date.slice(8)}/${day.date.slice(5, 7)}`}
          tone={day.date === date ? 'ink' : 'paper'}
          pressed={day.date === date}
          onPress={() => onDate(day.date)}
        />
      ))}
    </div>
  );
}

function Numbers({
  label,
  look,
  numbers,
  value,
  nameOf,
  isPast,
  onChoose,
}: {
  readonly label: string;
  readonly look: 'hours' | 'minutes';
  readonly numbers: readonly number[];
  readonly value: number;
  readonly nameOf: (number: number) => string;
  readonly isPast: (number: number) => boolean;
  readonly onChoose: (number: number) => void;
}) {
  return (
    <div role="group" aria-label={label} className={styles[look]}>
      {numbers.map((number) => (
        <Key
          key={number}
          label={nameOf(number)}
          tone={number === value ? 'ink' : 'paper'}
          pressed={number === value}
          disabled={isPast(number)}
          onPress={() => onChoose(number)}
        />
      ))}
    </div>
  );
}

function dayLabel(
  { date }: Day,
  place: number,
  text: { readonly today: string; readonly tomorrow: string },
): string {
  if (place === 0) return text.today;
  if (place === 1) return text.tomorrow;
  return WEEKDAY.format(new Date(`${date}T00:00:00Z`));
}

/** `19:30`, with its day unless it is today. */
function whenText(at: string, date: string, days: readonly Day[]): string {
  const time = clockText(at);
  return days[0]?.date === date ? time : `${date.slice(8)}/${date.slice(5, 7)}, ${time}`;
}
