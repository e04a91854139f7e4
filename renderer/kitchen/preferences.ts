import { useState } from 'react';

/** What this screen, and no other, likes: kept in the browser, lost without harm. */
export type Preferences = {
  readonly isSoundOn: boolean;
  readonly isPanelOpen: boolean;
};

const STORED_KEY = 'oc-pizza.kitchen-preferences';
const DEFAULTS: Preferences = { isSoundOn: false, isPanelOpen: true };

/** The preferences of this screen and how to change some of them. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const [preferences, setPreferences] = useState(read);
  const change = (some: Partial<Preferences>) => {
    const next = { ...preferences, ...some };
    window.localStorage.setItem(STORED_KEY, JSON.stringify(next));
    setPreferences(next);
  };
  return [preferences, change];
}

function read(): Preferences {
  const stored = window.localStorage.getItem(STORED_KEY);
  if (stored === null) return DEFAULTS;
  // The only place where the text enters; each field is checked before it is believed.
  const some = JSON.parse(stored) as Partial<Record<keyof Preferences, unknown>>;
  return {
    isSoundOn: some.isSoundOn === true,
    isPanelOpen: some.isPanelOpen !== false,
  };
}
