import { useEffect, useRef } from 'react';

export type KeyActions = {
  /** A digit: the nth ticket of the page, from 0. */
  readonly bumpCell: (cell: number) => void;
  readonly recallLast: () => void;
  readonly turnPage: (by: 1 | -1) => void;
};

/**
 * The bump bar: a numeric USB keypad, or any keyboard. 1 to 9 for the tickets of the page in order,
 * Backspace for the last one finished, page keys for the pages. Silent while a sheet is open or a
 * key is held down.
 */
export function useKeys(actions: KeyActions): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const { bumpCell, recallLast, turnPage } = current.current;
      if (/^[1-9]$/.test(event.key)) bumpCell(Number(event.key) - 1);
      else if (event.key === 'Backspace') recallLast();
      else if (event.key === 'PageDown') turnPage(1);
      else if (event.key === 'PageUp') turnPage(-1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
