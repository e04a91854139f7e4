import { useState } from 'react';

import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useReadNow } from '../../ui/time/now.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { useStoreStatus } from '../store-status.tsx';
import { sheetsText } from '../sheets/text.ts';
import { type Day, daysFrom, firstSlot, HOURS, instantAt, MINUTES } from './slots.ts';
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
        <div role="group" aria-label={text.days} className={styles['days']}>
          {days.map((day, place) => (
            <Key
              key={day.date}
              label={dayLabel(day, place, text)}
              hint={`${day.date.slice(8)}/${day.date.slice(5, 7)}`}
              tone={day.date === slot.date ? 'ink' : 'paper'}
              pressed={day.date === slot.date}
              onPress={() => setSlot({ ...slot, date: day.date })}
            />
          ))}
        </div>
        <div role="group" aria-label={text.hours} className={styles['hours']}>
          {HOURS.map((hour) => (
            <Key
              key={hour}
              label={`${String(hour).padStart(2, '0')}\u202fh`}
              tone={hour === slot.hour ? 'ink' : 'paper'}
              pressed={hour === slot.hour}
              onPress={() => setSlot({ ...slot, hour })}
            />
          ))}
        </div>
        <div role="group" aria-label={text.minutes} className={styles['minutes']}>
          {MINUTES.map((minute) => (
            <Key
              key={minute}
              label={`:${String(minute).padStart(2, '0')}`}
              tone={minute === slot.minute ? 'ink' : 'paper'}
              pressed={minute === slot.minute}
              onPress={() => setSlot({ ...slot, minute })}
            />
          ))}
        </div>
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
