import type { PrinterConfiguration } from '../configuration.ts';
import type { Log } from '../link/log.ts';
import { transportOf } from '../link/of-configuration.ts';
import type { Timers } from '../link/timers.ts';
import { printerOver, type ReceiptPrinter } from './device.ts';
import type { PrinterTimes } from './link.ts';
import type { PrinterLanguage, PrinterProfile } from './profile.ts';
import { profileOf } from './profiles/profiles.ts';
import { spoolerPrinter } from './spooler/spooler.ts';

/** A model nobody knows prints as the plainest of its language. */
const PLAINEST = { 'esc-pos': 'compatible-80', 'star-prnt': 'star-mc-print3' } as const;

/** The driver of a printer as the settings describe it. */
export function printerOf(
  configuration: PrinterConfiguration,
  context: {
    /** ISO 8601 in UTC. */
    readonly now: () => string;
    readonly timers: Timers;
    readonly log: Log;
    /** Where the usual times do not fit: a test, or a printer known to be slow. */
    readonly times?: Partial<PrinterTimes> | undefined;
  },
): ReceiptPrinter {
  const { transport } = configuration;
  if (profileOf(configuration.profile) === undefined) {
    const { id, profile } = configuration;
    context.log.warn({ printer: id, profile }, 'unknown printer model, taken for the plainest');
  }
  const profile = profileFor(configuration);
  if (transport.kind === 'spooler') {
    return spoolerPrinter({ queue: transport.queue, profile, now: context.now, log: context.log });
  }
  const { now, timers, log, times } = context;
  return printerOver(transportOf(transport, timers), {
    ...{ profile, now, timers, log },
    isShared: configuration.isShared ?? false,
    ...(times === undefined ? {} : { times }),
  });
}

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
