import { expect, test } from 'vitest';

import { declinedSentence, frenchOutcome } from '#hardware/terminal/text.ts';

test.each([
  [{ status: 'paid', card: { authorisation: '', maskedNumber: '' } }, 'Payé'],
  [
    { status: 'declined', reason: 'forbidden', sentence: declinedSentence('forbidden') },
    'Refusé\u202f: carte interdite',
  ],
  [
    { status: 'not-sent', reason: 'not-acknowledged' },
    'Terminal injoignable\u202f: éteint ou débranché',
  ],
  [{ status: 'not-sent', reason: 'cancelled' }, 'Non envoyé\u202f: annulé avant l’envoi'],
  [{ status: 'in-doubt', reason: 'no-answer' }, 'À vérifier\u202f: pas de réponse à temps'],
  [{ status: 'busy' }, 'Occupé par une autre opération'],
] as const)('%o is told as «%s»', (outcome, sentence) => {
  expect(frenchOutcome(outcome)).toBe(sentence);
});
