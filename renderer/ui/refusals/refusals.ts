import { useCallback } from 'react';

import type { Locale } from '#app/lib/money.ts';
import type { Refusal } from '#app/lib/result.ts';

import { useLanguage } from '../settings/settings.tsx';
import type { RefusalSentences } from './codes.ts';
import { englishRefusals } from './english.ts';
import { frenchRefusals } from './french.ts';

const SENTENCES: Readonly<Record<Locale, RefusalSentences>> = {
  fr: frenchRefusals,
  en: englishRefusals,
};

/** What to tell a person about a refusal. A code nobody knows is said as such, with the code to read out. */
export function refusalSentence(refusal: Refusal, language: Locale): string {
  const sentences = SENTENCES[language];
  if (!isKnown(refusal.code, sentences)) return unknown(refusal.code, language);
  const sentence = sentences[refusal.code];
  return typeof sentence === 'string' ? sentence : sentence(refusal.detail ?? {});
}

function isKnown(code: string, sentences: RefusalSentences): code is keyof RefusalSentences {
  return Object.hasOwn(sentences, code);
}

function unknown(code: string, language: Locale): string {
  return language === 'fr'
    ? `Refusé pour une raison que cet écran ne connaît pas (${code}). Rien n’a changé.`
    : `Refused for a reason this screen does not know (${code}). Nothing has changed.`;
}

/** The sentence of a refusal in the language of this device. */
export function useRefusalText(): (refusal: Refusal) => string {
  const language = useLanguage();
  return useCallback((refusal: Refusal) => refusalSentence(refusal, language), [language]);
}
