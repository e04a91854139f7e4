import { useCallback, useState, useSyncExternalStore } from 'react';

import type { Room } from './pages.ts';

/** The bounds of kitchen.css between the type of a wall screen and that of a small one. */
const SMALL_SCREEN = '(max-width: 1599px), (max-height: 899px)';

/** Measured at 1920×1080, and at 1366×768 and 1280×800, with the longest names of the menu. */
const LARGE_ROOM: Room = {
  roomy: { tenths: 42, signCharacters: 22 },
  dense: { tenths: 52, signCharacters: 26 },
};
const SMALL_ROOM: Room = {
  roomy: { tenths: 35, signCharacters: 19 },
  dense: { tenths: 42, signCharacters: 24 },
};

/** How much a cell of the board holds on this screen. */
export function useRoom(): Room {
  // Kept: making the query costs more than reading it, and it is read at every drawing of the board.
  const [query] = useState(() => window.matchMedia(SMALL_SCREEN));
  const subscribe = useCallback(
    (listener: () => void) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    [query],
  );
  const isSmall = useSyncExternalStore(subscribe, () => query.matches);
  return isSmall ? SMALL_ROOM : LARGE_ROOM;
}
