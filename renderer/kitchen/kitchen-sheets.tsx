import type { KitchenTicket } from '#app/contract/store.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import { titleText } from '#app/domain/menu/spec-text.ts';
import { assertNever } from '#app/lib/assert.ts';

import { Key } from '../ui/keys/key.tsx';
import { SegmentedKeys } from '../ui/keys/segmented-keys.tsx';
import { LanguageKeys, ThemeKeys } from '../ui/settings/settings-keys.tsx';
import { Sheet } from '../ui/sheet/sheet.tsx';
import { clockText } from '../ui/time/time-text.ts';
import { useMoment } from '../ui/time/use-moment.ts';
import type { KitchenText } from './text.ts';
import type { FinishedTicket } from './board/use-board.ts';
import './kitchen-sheets.css';

/** The recall list holds this many; the node may send more. */
const RECALL_MAX = 20;

export type OpenSheet = 'none' | 'recall' | 'later' | 'settings';

type SheetsProps = {
  readonly open: OpenSheet;
  /** Newest first. */
  readonly recent: readonly FinishedTicket[];
  /** The one promised first, first. */
  readonly later: readonly KitchenTicket[];
  readonly isSoundOn: boolean;
  readonly isTraining: boolean;
  readonly text: KitchenText;
  readonly onStart: (ticket: KitchenTicket) => void;
  readonly onRecall: (ticket: FinishedTicket) => void;
  readonly onSound: (isOn: boolean) => void;
  readonly onTraining: (isOn: boolean) => void;
  readonly onClose: () => void;
};

/** The sheet that is open, if any. */
export function KitchenSheets(props: SheetsProps) {
  const { open } = props;
  switch (open) {
    case 'none':
      return null;
    case 'recall':
      return <RecallSheet {...props} />;
    case 'later':
      return <LaterSheet {...props} />;
    case 'settings':
      return <SettingsSheet {...props} />;
    default:
      return assertNever(open);
  }
}

/** The orders finished last, newest first, each with the key that puts it back. */
function RecallSheet({ recent, text, onRecall, onClose }: SheetsProps) {
  return (
    <Sheet title={text.recallTitle} side="centre" onClose={onClose}>
      <p className="sheet-hint">{recent.length === 0 ? text.recallEmpty : text.recallHint}</p>
      <ul className="recall-list">
        {recent.slice(0, RECALL_MAX).map((ticket) => (
          <li key={ticket.orderId}>
            <b>{ticket.number}</b>
            <span>
              {linesText(ticket)}
              <small>
                {text.modes[ticket.mode]} · {text.finishedAt(clockText(ticket.finishedAt))}
              </small>
            </span>
            <Key
              label={text.recall}
              ariaLabel={text.ticketKey(text.recall, ticket.number)}
              size="l"
              onPress={() => {
                onRecall(ticket);
                onClose();
              }}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** The orders that are not to be begun yet, and a key for the one that is begun early. */
function LaterSheet({ later, text, onStart, onClose }: SheetsProps) {
  const moment = useMoment();
  return (
    <Sheet title={text.laterTitle} side="centre" onClose={onClose}>
      <p className="sheet-hint">{text.laterHint}</p>
      <ul className="recall-list">
        {later.map((ticket) => (
          <li key={ticket.orderId}>
            <b>{ticket.number}</b>
            <span>
              {linesText(ticket)}
              <small>
                {text.modes[ticket.mode]} ·{' '}
                {text.laterAt(
                  moment.words(ticket.startAt ?? ticket.promisedAt),
                  moment.words(ticket.promisedAt),
                )}
              </small>
            </span>
            <Key
              label={text.startNow}
              ariaLabel={text.ticketKey(text.startNow, ticket.number)}
              size="l"
              onPress={() => onStart(ticket)}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** `1 Reine M, 2 ½ Reine ▏ ½ 4 Fromages G`. */
function linesText({ lines }: Pick<KitchenTicket, 'lines'>): string {
  return lines
    .filter(({ mark }) => mark !== 'removed')
    .map((line) => `${line.quantity} ${titleText(specOf(line))}`)
    .join(', ');
}

/** What this screen likes: sound, day or night, language; and whether it is here to learn. */
function SettingsSheet(props: SheetsProps) {
  const { isSoundOn, isTraining, text, onSound, onTraining, onClose } = props;
  return (
    <Sheet title={text.settings} side="right" onClose={onClose}>
      <div className="settings">
        <h3>{text.sound}</h3>
        <SegmentedKeys
          label={text.sound}
          options={[
            { value: 'off', label: text.off },
            { value: 'on', label: text.on },
          ]}
          value={isSoundOn ? 'on' : 'off'}
          onChange={(value) => onSound(value === 'on')}
        />
        <h3>{text.display}</h3>
        <ThemeKeys />
        <h3>{text.language}</h3>
        <LanguageKeys />
        <h3>{text.training}</h3>
        <SegmentedKeys
          label={text.training}
          options={[
            { value: 'off', label: text.off },
            { value: 'on', label: text.on },
          ]}
          value={isTraining ? 'on' : 'off'}
          onChange={(value) => onTraining(value === 'on')}
        />
        <p className="sheet-hint">{text.trainingHint}</p>
        <p className="sheet-hint">{text.keys}</p>
      </div>
    </Sheet>
  );
}
