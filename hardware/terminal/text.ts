import { assertNever } from '#app/lib/assert.ts';

import type { DeclinedReason, InDoubtReason, NotSentReason, TerminalOutcome } from './outcome.ts';

/** What a person reads of a terminal, in French, U+202F before the colon. */

const DECLINED: Readonly<Record<DeclinedReason, string>> = {
  unknown: 'motif inconnu',
  'voice-call-asked': 'la banque demande un appel',
  refused: 'refusé par la banque',
  forbidden: 'carte interdite',
  abandoned: 'abandon du client',
  'not-completed': 'opération non terminée',
  'customer-too-slow': 'délai de saisie dépassé',
  'message-format': 'demande non comprise',
  selection: 'aucune application choisie',
  'operator-abandon': 'abandon sur le terminal',
  'unknown-action': 'opération inconnue',
  currency: 'devise non acceptée',
};

const NOT_SENT: Readonly<Record<NotSentReason, string>> = {
  'connection-refused': 'liaison refusée',
  'connect-timeout': 'pas de réponse',
  unreachable: 'injoignable',
  'connection-lost': 'liaison coupée',
  cancelled: 'annulé avant l’envoi',
  closed: 'la caisse s’arrêtait',
  'not-acknowledged': 'éteint ou débranché',
  'request-refused': 'demande refusée par le terminal',
  'not-supported': 'opération que ce terminal ne sait pas faire',
  'not-configured': 'clé secrète absente',
};

const IN_DOUBT: Readonly<Record<InDoubtReason, string>> = {
  'no-answer': 'pas de réponse à temps',
  unacknowledged: 'demande sans accusé de réception',
  'connection-lost': 'liaison coupée',
  'truncated-answer': 'réponse coupée',
  'unreadable-answer': 'réponse illisible',
  'no-result': 'réponse sans résultat',
  mismatch: 'réponse sur une autre opération',
  'unclear-result': 'résultat peu clair',
  cancelled: 'attente interrompue',
  closed: 'la caisse s’arrêtait',
};

export const READY = 'Prêt';
export const UNDER_WAY = 'En cours';
export const UNREACHABLE = 'Terminal injoignable';
export const CHECK_CABLE = 'Vérifier que le terminal est allumé et relié';
export const CHECK_SLIP = 'Vérifier le ticket ou le journal du terminal';

export function declinedSentence(reason: DeclinedReason): string {
  return DECLINED[reason];
}

/** `Payé`, `Refusé : carte interdite`, `Terminal injoignable : liaison refusée`. */
export function frenchOutcome(outcome: TerminalOutcome): string {
  switch (outcome.status) {
    case 'paid':
      return 'Payé';
    case 'declined':
      return `Refusé\u202f: ${outcome.sentence}`;
    case 'not-sent':
      return `${isReachable(outcome.reason) ? 'Non envoyé' : UNREACHABLE}\u202f: ${NOT_SENT[outcome.reason]}`;
    case 'in-doubt':
      return `À vérifier\u202f: ${IN_DOUBT[outcome.reason]}`;
    case 'busy':
      return 'Occupé par une autre opération';
    default:
      return assertNever(outcome);
  }
}

/** Whether the terminal itself may well be there, though nothing was sent. */
export function isReachable(reason: NotSentReason): boolean {
  return ['cancelled', 'closed', 'request-refused', 'not-supported', 'not-configured'].includes(
    reason,
  );
}
