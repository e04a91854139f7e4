import { useEffect, useRef } from 'react';

/** What the keys of the counter do. The screen works without a keyboard; nothing works only with one. */
export type CounterKeys = {
  readonly onMode: () => void;
  readonly onOrders: () => void;
  readonly onNote: () => void;
  readonly onPay: () => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
  readonly onRepeat: () => void;
  readonly onMove: (step: 1 | -1) => void;
  /** Escape, when nothing is typed: one step back, never a loss. */
  readonly onBack: () => void;
};

/** The input that letters go to, wherever the focus was. */
export const CODE_LINE_ID = 'code-line';

/** Follows the keyboard while no sheet is open; a sheet has keys of its own. */
export function useCounterKeys(keys: CounterKeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (act(event, current.current)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Whether the key was one of ours, so that the browser leaves it alone. */
function act(event: KeyboardEvent, keys: CounterKeys): boolean {
  const codeLine = document.getElementById(CODE_LINE_ID);
  if (!(codeLine instanceof HTMLInputElement)) return false;
  const named = functionKey(event.key, keys, codeLine);
  if (named !== undefined) {
    named();
    return true;
  }
  if (codeLine.value === '') {
    const whileEmpty = emptyLineKey(event, keys);
    if (whileEmpty !== undefined) {
      whileEmpty();
      return true;
    }
  }
  // A letter belongs to the code line; the browser types it there once it has the focus.
  if (event.key.length === 1 && event.key !== ' ') codeLine.focus();
  return false;
}

function functionKey(
  key: string,
  keys: CounterKeys,
  codeLine: HTMLInputElement,
): (() => void) | undefined {
  switch (key) {
    case 'F1':
      return () => codeLine.focus();
    case 'F3':
      return keys.onMode;
    case 'F5':
      return keys.onOrders;
    case 'F7':
      return keys.onNote;
    case 'F12':
      return keys.onPay;
    default:
      return undefined;
  }
}

function emptyLineKey(
  { key, shiftKey }: KeyboardEvent,
  keys: CounterKeys,
): (() => void) | undefined {
  switch (key) {
    case 'Delete':
      return shiftKey ? keys.onClear : keys.onRemove;
    case '*':
      return keys.onRepeat;
    case 'ArrowDown':
      return () => keys.onMove(1);
    case 'ArrowUp':
      return () => keys.onMove(-1);
    case 'Escape':
      return keys.onBack;
    default:
      return undefined;
  }
}
