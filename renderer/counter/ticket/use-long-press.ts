import { useEffect, useRef } from 'react';

/** Long enough not to be a press of a slow finger. */
const LONG_MS = 500;
/** A finger that slides further is scrolling. */
const SLIP_PX = 10;

/** A press that is held: `act` comes while the finger is still down; the click after it is no press. */
export function useLongPress(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const start = useRef({ x: 0, y: 0 });
  const isLong = useRef(false);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => stop, []);
  return {
    /** Whether the press that ends now was held. Asked once. */
    wasLong: () => {
      const was = isLong.current;
      isLong.current = false;
      return was;
    },
    handlers: {
      onPointerDown: ({ clientX, clientY }: { clientX: number; clientY: number }) => {
        isLong.current = false;
        start.current = { x: clientX, y: clientY };
        stop();
        timer.current = setTimeout(() => {
          isLong.current = true;
          act();
        }, LONG_MS);
      },
      onPointerMove: ({ clientX, clientY }: { clientX: number; clientY: number }) => {
        const { x, y } = start.current;
        if (Math.hypot(clientX - x, clientY - y) > SLIP_PX) stop();
      },
      onPointerUp: stop,
      onPointerCancel: stop,
      onPointerLeave: stop,
    },
  };
}
