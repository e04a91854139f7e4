import { assertNever } from '#app/lib/assert.ts';

import type { HostPaymentOutcome, HostPrintOutcome } from '../../hardware-host/outcomes.ts';
import type { TestEnd } from './test-rows.ts';

const CHECK_PRINTER = 'Vérifier l’imprimante, son papier et son câble';
const CHECK_TERMINAL = 'Vérifier que le terminal est allumé et relié';
const CHECK_SLIP = 'Vérifier le ticket ou le journal du terminal';

/** How a page printed to try a printer ended, for the person beside it. */
export function endOfPrint(outcome: HostPrintOutcome): TestEnd {
  switch (outcome.status) {
    case 'printed':
      return { status: 'ok', sentence: 'La page est imprimée, l’imprimante l’a confirmé' };
    case 'unverified':
      return {
        status: 'ok',
        sentence: 'Le système a pris la page, sans confirmer',
        action: 'Regarder si elle sort de l’imprimante',
      };
    case 'not-sent':
      return {
        status: 'failed',
        sentence: 'L’imprimante n’a pas été jointe\u202f: rien n’est parti',
        action: CHECK_PRINTER,
      };
    case 'unknown':
      return {
        status: 'failed',
        sentence: 'L’imprimante n’a pas confirmé la page',
        action: 'Regarder ce qui est sorti, puis vérifier papier, capot et câble',
      };
    case 'rejected':
      return { status: 'failed', sentence: 'L’imprimante refuse la page', action: CHECK_PRINTER };
    default:
      return assertNever(outcome);
  }
}

/** How a test payment of one cent ended. Any clear answer shows that the line to the terminal works. */
export function endOfPayment(outcome: HostPaymentOutcome, isVirtual: boolean): TestEnd {
  switch (outcome.status) {
    case 'paid':
      return {
        status: 'ok',
        sentence: '0,01\u202f€ accepté\u202f: le terminal et la caisse se comprennent',
        action: isVirtual ? undefined : 'Annuler ce paiement de 0,01\u202f€ sur le terminal',
      };
    case 'declined':
      return {
        status: 'ok',
        sentence: 'Le terminal a répondu «\u202frefusé\u202f»\u202f: la liaison fonctionne',
      };
    case 'not-sent':
      return {
        status: 'failed',
        sentence: 'Le terminal n’a pas été joint\u202f: rien n’a été demandé',
        action: CHECK_TERMINAL,
      };
    case 'in-doubt':
      return {
        status: 'in-doubt',
        sentence: 'Pas de réponse claire\u202f: 0,01\u202f€ a peut-être été débité',
        action: CHECK_SLIP,
      };
    case 'busy':
      return {
        status: 'failed',
        sentence: 'Le terminal est occupé par une autre opération',
        action: 'Attendre qu’il ait fini, puis refaire l’essai',
      };
    default:
      return assertNever(outcome);
  }
}

/** How two lines shown on a customer display ended. */
export function endOfShow(isShown: boolean): TestEnd {
  return isShown
    ? { status: 'ok', sentence: 'L’afficheur a pris les deux lignes', action: 'Les relire dessus' }
    : {
        status: 'failed',
        sentence: 'L’afficheur n’a rien pris',
        action: 'Vérifier son câble et son alimentation',
      };
}
