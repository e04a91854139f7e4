import { useState } from 'react';

import { Chip } from '../../ui/keys/chip.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { counterText } from '../text.ts';
import styles from './note-sheet.module.css';

/** As long as a `Sentence` of the contract may be. */
const NOTE_MAX = 200;

export type NoteScope = 'order' | 'line';

/** A word to the kitchen, about the whole order or the selected line. */
export function NoteSheet({
  notes,
  lineName,
  first,
  onSave,
  onClose,
}: {
  readonly notes: Readonly<Record<NoteScope, string>>;
  /** Absent: no line is selected. */
  readonly lineName: string | undefined;
  readonly first: NoteScope;
  readonly onSave: (scope: NoteScope, note: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText(counterText);
  const [scope, setScope] = useState<NoteScope>(lineName === undefined ? 'order' : first);
  const [typed, setTyped] = useState(notes[scope]);
  const save = (saved: string) => {
    onSave(scope, saved);
    onClose();
  };
  return (
    <Sheet title={text.noteTitle} side="centre" onClose={onClose}>
      <form
        className={styles['note']}
        onSubmit={(event) => {
          event.preventDefault();
          save(typed);
        }}
      >
        {lineName !== undefined && (
          <SegmentedKeys
            label={text.noteTitle}
            look="outlined"
            options={[
              { value: 'order', label: text.noteForOrder },
              { value: 'line', label: lineName },
            ]}
            value={scope}
            onChange={(next) => {
              setScope(next);
              setTyped(notes[next]);
            }}
          />
        )}
        <input
          className={styles['input']}
          aria-label={text.noteLabel}
          placeholder={text.noteLabel}
          data-autofocus=""
          maxLength={NOTE_MAX}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Quick onSay={(sentence) => setTyped((before) => joined(before, sentence))} />
        <div className={styles['actions']}>
          {notes[scope] !== '' && <Key label={text.noteRemove} onPress={() => save('')} />}
          <button type="submit" className={styles['save']}>
            {text.noteSave}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

function Quick({ onSay }: { readonly onSay: (sentence: string) => void }) {
  const text = useText(counterText);
  return (
    <div className={styles['quick']}>
      {text.noteQuick.map((sentence) => (
        <Chip key={sentence} label={sentence} onPress={() => onSay(sentence)} />
      ))}
    </div>
  );
}

function joined(before: string, sentence: string): string {
  const said = before.trim() === '' ? sentence : `${before.trim()}, ${sentence}`;
  return said.slice(0, NOTE_MAX);
}
