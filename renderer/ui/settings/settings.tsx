import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

import type { Locale } from '#app/lib/money.ts';

export type Theme = 'day' | 'night';

/** The sentences of a surface: the same keys in both languages, checked by the compiler. */
export type Text<Sentences> = { readonly fr: Sentences; readonly en: Sentences };

type Settings = {
  readonly language: Locale;
  readonly theme: Theme;
  readonly setLanguage: (language: Locale) => void;
  readonly setTheme: (theme: Theme) => void;
};

const SettingsContext = createContext<Settings | undefined>(undefined);

const LANGUAGE_KEY = 'oc-pizza.language';
const THEME_KEY = 'oc-pizza.theme';

/** Language and theme of this device, kept in its local storage; `<html>` follows. French first. */
export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguageState] = useState<Locale>(() =>
    window.localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'fr',
  );
  const [theme, setThemeState] = useState<Theme>(() =>
    window.localStorage.getItem(THEME_KEY) === 'night' ? 'night' : 'day',
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
  }, [language, theme]);

  const setLanguage = useCallback((next: Locale) => {
    window.localStorage.setItem(LANGUAGE_KEY, next);
    setLanguageState(next);
  }, []);
  const setTheme = useCallback((next: Theme) => {
    window.localStorage.setItem(THEME_KEY, next);
    setThemeState(next);
  }, []);

  return (
    <SettingsContext value={{ language, theme, setLanguage, setTheme }}>{children}</SettingsContext>
  );
}

/** Throws outside `<Screen>`: a surface without its provider is a fault of ours. */
export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (settings === undefined) throw new Error('useSettings is called outside <Screen>');
  return settings;
}

export function useLanguage(): Locale {
  return useSettings().language;
}

/** The sentences of a surface in the language of this device. */
export function useText<Sentences>(text: Text<Sentences>): Sentences {
  return text[useSettings().language];
}
