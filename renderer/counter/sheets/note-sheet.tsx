import { useState } from 'react';

import { Chip } from '../../ui/keys/chip.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import styles from './note-sheet.module.css';
import { counterText } from '../text.ts';

/** As long as a `Sentence` of the contract may be. */
const NOTE_MAX = 200;

/** A word to the kitchen about the whole order. */
export function NoteSheet({
  note,
  onSave,
  onClose,
}: {
  readonly note: string;
  readonly onSave: (note: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText(counterText);
  const [typed, setTyped] = useState(note);
  const save = (saved: string) => {
    onSave(saved);
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
        <input
          className={styles['input']}
          aria-label={text.noteLabel}
          placeholder={text.noteLabel}
          data-autofocus=""
          maxLength={NOTE_MAX}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={styles['quick']}>
          {text.noteQuick.map((sentence) => (
            <Chip
              key={sentence}
              label={sentence}
              onPress={() => setTyped((before) => joined(before, sentence).slice(0, NOTE_MAX))}
            />
          ))}
        </div>
        <div className={styles['actions']}>
          {note !== '' && <Key label={text.noteRemove} onPress={() => save('')} />}
          <button type="submit" className={styles['save']}>
            {text.noteSave}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

function joined(before: string, sentence: string): string {
  return before.trim() === '' ? sentence : `${before.trim()}, ${sentence}`;
}
