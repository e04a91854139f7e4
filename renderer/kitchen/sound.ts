import { useEffect, useState } from 'react';

/** Two tones, a fourth apart, the second higher: heard through a hood, and unlike any alarm. */
const TONES_HZ = [660, 880] as const;
const TONE_SECONDS = 0.16;
/** One low tone, twice as long: something that was known is no longer so. */
const EDITED_HZ = 330;
const EDITED_SECONDS = 0.34;
const LOUDNESS = 0.35;

export type Bell = {
  /** Must be called from a gesture of the user once: browsers keep a page silent until then. */
  readonly wake: () => void;
  /** Rings for a new order. Does nothing where the browser has no sound. */
  readonly ring: () => void;
  /** For an order that was edited or cancelled. */
  readonly hum: () => void;
};

/**
 * The bell of this screen. After a reload a browser stays silent until the page is touched: with the
 * sound on, the first touch wakes it.
 */
export function useBell(isSoundOn: boolean): Bell {
  const [bell] = useState(createBell);
  useEffect(() => {
    if (!isSoundOn) return undefined;
    window.addEventListener('pointerdown', bell.wake, { once: true });
    return () => window.removeEventListener('pointerdown', bell.wake);
  }, [bell, isSoundOn]);
  return bell;
}

/** The audio device is opened when it is first needed. */
function createBell(): Bell {
  let audio: AudioContext | undefined;
  const open = (): AudioContext | undefined => {
    if (audio === undefined && 'AudioContext' in window) audio = new AudioContext();
    if (audio?.state === 'suspended') void audio.resume();
    return audio;
  };
  return {
    wake: () => void open(),
    ring() {
      const device = open();
      if (device === undefined) return;
      TONES_HZ.forEach((frequency, index) => {
        const atSeconds = device.currentTime + index * TONE_SECONDS * 1.25;
        tone(device, { frequency, atSeconds, seconds: TONE_SECONDS });
      });
    },
    hum() {
      const device = open();
      if (device === undefined) return;
      const atSeconds = device.currentTime;
      tone(device, { frequency: EDITED_HZ, atSeconds, seconds: EDITED_SECONDS });
    },
  };
}

type Tone = { readonly frequency: number; readonly atSeconds: number; readonly seconds: number };

function tone(device: AudioContext, what: Tone): void {
  const oscillator = device.createOscillator();
  const gain = device.createGain();
  const end = what.atSeconds + what.seconds;
  oscillator.frequency.value = what.frequency;
  gain.gain.setValueAtTime(0, what.atSeconds);
  gain.gain.linearRampToValueAtTime(LOUDNESS, what.atSeconds + 0.01);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(device.destination);
  oscillator.start(what.atSeconds);
  oscillator.stop(end);
}
