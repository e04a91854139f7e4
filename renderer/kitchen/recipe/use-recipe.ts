import { useCallback, useState } from 'react';

import { useReadNow } from '../../ui/time/now.tsx';
import type { TicketLineValue } from '../board/ticket-lines.tsx';
import type { OpenRecipe } from './recipe-drawer.tsx';

/** The recipe that is open, if any. `open` and `close` never change. */
export function useRecipe(): {
  readonly shown: OpenRecipe | undefined;
  readonly open: (line: TicketLineValue, element: HTMLElement) => void;
  readonly close: () => void;
} {
  const [shown, setShown] = useState<OpenRecipe | undefined>(undefined);
  const readNow = useReadNow();
  const open = useCallback(
    (line: TicketLineValue, element: HTMLElement) => {
      const { left, width } = element.getBoundingClientRect();
      const isOnTheLeft = left + width / 2 < window.innerWidth / 2;
      setShown({ line, side: isOnTheLeft ? 'right' : 'left', openedMs: readNow() });
    },
    [readNow],
  );
  const close = useCallback(() => setShown(undefined), []);
  return { shown, open, close };
}
