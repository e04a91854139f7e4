import { assertNever } from '#app/lib/assert.ts';

import type { PrinterFlags } from './frame.ts';

/** What is known of a printer, the gravest first. */
export type PrinterCondition =
  | 'unknown'
  | 'unreachable'
  | 'cover-open'
  | 'paper-end'
  | 'cutter'
  | 'error'
  | 'offline'
  | 'near-end'
  | 'online';

export type PrinterStatus = {
  readonly status: 'ready' | 'busy' | 'trouble' | 'unknown';
  readonly condition: PrinterCondition;
  /** For a person, in French: `Plus de papier`. */
  readonly detail?: string;
  /** What to do about it, in French: `Remettre du papier`. */
  readonly action?: string;
  /** Since when, ISO 8601 in UTC. */
  readonly since: string;
};

export function conditionOf(flags: PrinterFlags): PrinterCondition {
  if (flags.coverOpen) return 'cover-open';
  if (flags.paperEnd) return 'paper-end';
  if (flags.cutter) return 'cutter';
  if (flags.unrecoverable || flags.recoverable) return 'error';
  if (flags.offline) return 'offline';
  return flags.nearEnd ? 'near-end' : 'online';
}

/** The status of a printer as a screen shows it. */
export function statusOf(
  condition: PrinterCondition,
  isPrinting: boolean,
  since: string,
): PrinterStatus {
  const words = wordsOf(condition);
  switch (condition) {
    case 'unknown':
      return { status: 'unknown', condition, ...words, since };
    case 'online':
    case 'near-end':
      return { status: isPrinting ? 'busy' : 'ready', condition, ...words, since };
    default:
      return { status: 'trouble', condition, ...words, since };
  }
}

function wordsOf(condition: PrinterCondition): { detail?: string; action?: string } {
  switch (condition) {
    case 'online':
    case 'unknown':
      return {};
    case 'unreachable':
      return { detail: 'Imprimante injoignable', action: 'Vérifier son câble et son alimentation' };
    case 'cover-open':
      return { detail: 'Capot ouvert', action: 'Refermer le capot' };
    case 'paper-end':
      return { detail: 'Plus de papier', action: 'Remettre du papier' };
    case 'cutter':
      return { detail: 'Massicot bloqué', action: 'Ouvrir, dégager le papier, refermer' };
    case 'error':
      return { detail: 'Imprimante en erreur', action: 'L’éteindre puis la rallumer' };
    case 'offline':
      return { detail: 'Imprimante hors ligne', action: 'Appuyer sur sa touche de mise en ligne' };
    case 'near-end':
      return { detail: 'Bientôt plus de papier', action: 'Préparer un rouleau' };
    default:
      return assertNever(condition);
  }
}
