import { SegmentedKeys } from '../keys/segmented-keys.tsx';
import { type Text, useSettings, useText } from './settings.tsx';

const fr = { language: 'Langue', theme: 'Affichage', day: 'Jour', night: 'Nuit' };
const text: Text<typeof fr> = {
  fr,
  en: { language: 'Language', theme: 'Display', day: 'Day', night: 'Night' },
};

/** FR / EN. Each language is written in itself, so that nobody is locked out of it. */
export function LanguageKeys() {
  const { language, setLanguage } = useSettings();
  return (
    <SegmentedKeys
      label={useText(text).language}
      options={[
        { value: 'fr', label: 'Français' },
        { value: 'en', label: 'English' },
      ]}
      value={language}
      onChange={setLanguage}
    />
  );
}

/** Day and night. */
export function ThemeKeys() {
  const { theme, setTheme } = useSettings();
  const { theme: label, day, night } = useText(text);
  return (
    <SegmentedKeys
      label={label}
      options={[
        { value: 'day', label: day },
        { value: 'night', label: night },
      ]}
      value={theme}
      onChange={setTheme}
    />
  );
}
