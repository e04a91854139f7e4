import { assertNever } from '#app/lib/assert.ts';

import type { PrinterFlags } from './frame.ts';

/** What is known of a printer, the gravest first. */
export type PrinterCondition =
  | 'unknown'
  /** A queue of the operating system: nothing is ever known. */
  | 'one-way'
  | 'unreachable'
  /** Another till holds its only session. */
  | 'occupied'
  | 'cover-open'
  | 'paper-end'
  | 'cutter'
  | 'error'
  | 'offline'
  | 'near-end'
  | 'online';

/** A person has something to do before it prints on; what it was sent waits in it meanwhile. */
export function isHeldUp(condition: PrinterCondition): boolean {
  return condition === 'cover-open' || condition === 'paper-end';
}

export type DrawerState = 'open' | 'shut';

export type PrinterStatus = {
  readonly status: 'ready' | 'busy' | 'trouble' | 'unknown';
  readonly condition: PrinterCondition;
  /** As the printer last reported it; absent while nothing is known, or without a drawer. */
  readonly drawer?: DrawerState;
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
export function statusOf(known: {
  readonly condition: PrinterCondition;
  readonly isPrinting: boolean;
  readonly drawer: DrawerState | undefined;
  readonly since: string;
}): PrinterStatus {
  const { condition, since } = known;
  const drawer = known.drawer === undefined ? {} : { drawer: known.drawer };
  const rest = { condition, ...drawer, ...wordsOf(condition), since };
  switch (condition) {
    case 'unknown':
      return { status: 'unknown', ...rest };
    case 'one-way':
    case 'online':
    case 'near-end':
      return { status: known.isPrinting ? 'busy' : 'ready', ...rest };
    case 'occupied':
      return { status: 'busy', ...rest };
    default:
      return { status: 'trouble', ...rest };
  }
}

function wordsOf(condition: PrinterCondition): { detail?: string; action?: string } {
  switch (condition) {
    case 'online':
    case 'unknown':
      return {};
    case 'one-way':
      return { detail: 'Tickets envoyés, non vérifiés' };
    case 'unreachable':
      return { detail: 'Imprimante injoignable', action: 'Vérifier son câble et son alimentation' };
    case 'occupied':
      return { detail: 'Occupée par un autre poste', action: 'Attendre la fin de son impression' };
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
