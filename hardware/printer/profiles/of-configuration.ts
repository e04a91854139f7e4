import type { PrinterConfiguration } from '../../configuration.ts';
import type { PrinterLanguage, PrinterProfile } from '../profile.ts';
import { profileOf } from './profiles.ts';

/** A model nobody knows prints as the plainest of its language. */
const PLAINEST = { 'esc-pos': 'compatible-80', 'star-prnt': 'star-mc-print3' } as const;

/** The model's profile with what was found out about this very printer. */
export function profileFor(
  configuration: Pick<PrinterConfiguration, 'language' | 'profile' | 'codeTable'>,
): PrinterProfile {
  const { language, codeTable } = configuration;
  const known = profileOf(configuration.profile) ?? profileOf(PLAINEST[language]);
  if (known === undefined) throw new Error(`no profile for ${language}`);
  const speaks: PrinterLanguage =
    language === 'star-prnt' && known.language === 'star-line' ? 'star-line' : language;
  const profile: PrinterProfile = { ...known, language: speaks };
  if (codeTable === undefined) return profile;
  const chosen = profile.candidates.find(({ number }) => number === codeTable);
  return { ...profile, codePage: chosen?.page ?? profile.codePage, codeTable };
}
