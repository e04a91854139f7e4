import { useEffect, useRef } from 'react';

import { wedge, type WedgeOptions } from './wedge.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Listens for a scanner that types as a keyboard, wherever the focus is. What it typed into a field is
 * taken out again, and its last key does nothing else. `accepts` says which codes the screen knows: any
 * other burst is left alone as if somebody had typed it.
 */
export function useScannerWedge(
  onScan: (code: string) => void,
  {
    suffix = 'Enter',
    prefix = '',
    accepts,
  }: WedgeOptions & { readonly accepts?: (code: string) => boolean } = {},
): void {
  const current = useRef({ onScan, accepts });
  useEffect(() => {
    current.current = { onScan, accepts };
  });
  useEffect(() => {
    const detector = wedge({ suffix, prefix });
    let before: { readonly field: Field; readonly value: string } | undefined;
    const listen = (event: KeyboardEvent): void => {
      const { key, code, timeStamp, shiftKey, repeat } = event;
      const isCommand =
        (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
      const field = typedField();
      const pressed = {
        key,
        code,
        atMs: timeStamp,
        isShifted: shiftKey,
        isRepeat: repeat,
        isCommand,
      };
      const scanned = detector.push(pressed);
      // The field as it was before the first key of what may become a code.
      if (detector.length() === 1) {
        before = field === undefined ? undefined : { field, value: field.value };
      }
      const { onScan: scan, accepts: knows } = current.current;
      if (scanned === undefined || knows?.(scanned) === false) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (before !== undefined && before.field === field) restore(before.field, before.value);
      scan(scanned);
    };
    // Before everybody else: the last key of a code must not send a form or take a payment.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [suffix, prefix]);
}

function typedField(): Field | undefined {
  const field = document.activeElement;
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isField ? field : undefined;
}

/** Through the browser's own setter, so that React hears of it as of typing. */
function restore(field: Field, value: string): void {
  const owner = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
