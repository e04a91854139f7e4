import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';

import { clockText, dateText } from '../../ui/time/time-text.ts';
import type { HeadOfficeText } from '../text.ts';
import { Card } from './card.tsx';
import type { LivePart } from './live-part.ts';

/** What went wrong between stores and centre, in words; calm when nothing did. */
export function Alarms({ live, text }: LivePart) {
  const names = new Map(live.stores.map(({ storeId, name }) => [storeId, name]));
  return (
    <Card className="alarms" title={text.alarmsTitle} hint="">
      {live.alarms.length === 0 ? (
        <p className="alarms-none">
          <IconCircleCheck aria-hidden="true" />
          {text.alarmsNone}
        </p>
      ) : (
        <ul className="scroll" tabIndex={0} aria-label={text.alarmsTitle}>
          {live.alarms.map(({ storeId, at, kind }) => (
            <li key={`${storeId} ${at} ${kind}`}>
              <IconAlertTriangle aria-hidden="true" />
              <p>
                <b>{names.get(storeId) ?? storeId}</b>{' '}
                <time dateTime={at}>
                  {dateText(at) === dateText(live.now) ? '' : `${dateText(at)} `}
                  {clockText(at)}
                </time>
                <span>{alarmSentence(kind, text)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function alarmSentence(kind: string, text: HeadOfficeText): string {
  const known: Readonly<Record<string, string>> = text.alarms;
  return known[kind] ?? text.alarmUnknown(kind);
}
