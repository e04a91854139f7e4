import type { Text } from '../../ui/settings/settings.tsx';

type Legend = readonly (readonly [key: string, meaning: string])[];

/** The keys of `use-counter-keys.ts` and of the code line, in words. */
export const keyboardText: Text<Legend> = {
  fr: [
    ['2rei g', 'deux Reine, grandes\u202f: quantité, code ou nom, taille'],
    ['-oig +oli', 'sans oignons, avec un supplément d’olives'],
    ['/bien cuite', 'note de la ligne'],
    ['#214', 'voir la commande 214'],
    ['Entrée', 'ajouter la première proposition'],
    ['↑ ↓', 'choisir une ligne, ou une proposition'],
    ['*', 'un de plus sur la ligne choisie'],
    ['Suppr', 'annuler la ligne choisie'],
    ['Maj Suppr', 'tout effacer\u202f; une touche le reprend'],
    ['F1', 'ligne de code'],
    ['F3', 'à emporter, livraison, sur place'],
    ['F5', 'commandes'],
    ['F7', 'note pour la cuisine'],
    ['F12', 'encaisser, puis C carte, E espèces, P plus tard'],
    ['Échap', 'revenir d’un pas, sans rien perdre'],
  ],
  en: [
    ['2rei g', 'two Reine, large: quantity, code or name, size'],
    ['-oig +oli', 'without onions, with olives as an extra'],
    ['/well done', 'note of the line'],
    ['#214', 'see order 214'],
    ['Enter', 'add the first proposal'],
    ['↑ ↓', 'choose a line, or a proposal'],
    ['*', 'one more on the chosen line'],
    ['Del', 'cancel the chosen line'],
    ['Shift Del', 'clear all; one key brings it back'],
    ['F1', 'code line'],
    ['F3', 'take away, delivery, eat in'],
    ['F5', 'orders'],
    ['F7', 'note for the kitchen'],
    ['F12', 'take payment, then C card, E cash, P later'],
    ['Esc', 'one step back, nothing is lost'],
  ],
};
