import { useEffect, useRef } from 'react';

import { isTillLocked } from '../ui/session/locked.ts';
import { takeCaret } from '../ui/sheet/caret.ts';

/** What the keys of the counter do. The screen works without a keyboard; nothing works only with one. */
export type CounterKeys = {
  readonly onCustomer: () => void;
  readonly onMode: () => void;
  readonly onDeliveries: () => void;
  readonly onOrders: () => void;
  readonly onHalves: () => void;
  readonly onNote: () => void;
  readonly onPark: () => void;
  readonly onParked: () => void;
  readonly onDiscount: () => void;
  readonly onSoldOuts: () => void;
  readonly onPay: () => void;
  readonly onLegend: () => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
  readonly onRepeat: () => void;
  readonly onMove: (step: 1 | -1) => void;
  /** Enter, when nothing is typed: what can be changed in the selected line. */
  readonly onLine: () => void;
  /** Escape, when nothing is typed: one step back, never a loss. */
  readonly onBack: () => void;
};

/** The input that letters go to, wherever the focus was. */
export const CODE_LINE_ID = 'code-line';

/** Follows the keyboard while no sheet is open; a sheet has keys of its own, and so has the lock. */
export function useCounterKeys(keys: CounterKeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // The code line has taken it already.
      if (event.defaultPrevented || isTillLocked()) return;
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
  // A field of the customer takes its own letters; Escape leaves it.
  if (isField(event.target) && event.target !== codeLine) {
    if (event.key === 'Escape') keys.onBack();
    return event.key === 'Escape';
  }
  if (codeLine.value === '') {
    const whileEmpty = emptyLineKey(event, keys);
    if (whileEmpty !== undefined) {
      whileEmpty();
      return true;
    }
  }
  // A letter belongs to the code line; the browser types it there once it has the focus.
  const isLetter = event.key.length === 1 && event.key !== ' ';
  if (isLetter && document.activeElement !== codeLine) focusOn(codeLine);
  return false;
}

function focusOn(codeLine: HTMLInputElement): void {
  codeLine.focus();
  takeCaret(codeLine);
}

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'radio';
}

function functionKey(
  key: string,
  keys: CounterKeys,
  codeLine: HTMLInputElement,
): (() => void) | undefined {
  const named: Readonly<Record<string, () => void>> = {
    F1: () => focusOn(codeLine),
    F2: keys.onCustomer,
    F3: keys.onMode,
    F4: keys.onDeliveries,
    F5: keys.onOrders,
    F6: keys.onHalves,
    F7: keys.onNote,
    F8: keys.onPark,
    F9: keys.onParked,
    F10: keys.onDiscount,
    F11: keys.onSoldOuts,
    F12: keys.onPay,
  };
  return named[key];
}

function emptyLineKey(
  { key, shiftKey, repeat, target }: KeyboardEvent,
  keys: CounterKeys,
): (() => void) | undefined {
  switch (key) {
    case 'Delete':
      return shiftKey ? keys.onClear : keys.onRemove;
    case '*':
      return keys.onRepeat;
    case '?':
      return keys.onLegend;
    case 'ArrowDown':
      return isChoice(target) ? undefined : () => keys.onMove(1);
    case 'ArrowUp':
      return isChoice(target) ? undefined : () => keys.onMove(-1);
    case 'Enter':
      // Held down, it is still the Enter that ended a PIN or took a code.
      return isPressable(target) || repeat ? undefined : keys.onLine;
    case 'Escape':
      return keys.onBack;
    default:
      return undefined;
  }
}

/** The arrows walk a radio group, not the ticket. */
function isChoice(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio';
}

/** Enter on a key presses it. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement;
}
