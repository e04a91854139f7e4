import type { Text } from '../../ui/settings/settings.tsx';

const fr = {
  notInPlace: (name: string, place: string) =>
    `${name} ne va pas dans «\u202f${place}\u202f». Rien n’est ajouté.`,
  onePerPlace: (place: string) =>
    `«\u202f${place}\u202f» prend un seul article. Rien n’est ajouté.`,
  missingPlace: (deal: string, place: string) => `${deal}\u202f: il manque «\u202f${place}\u202f».`,
  missingHalf: 'Moitié-moitié\u202f: il manque une moitié.',
  notSplittable: (name: string) => `${name} ne se partage pas en moitiés. Rien n’est ajouté.`,
  halfAlone:
    'Une moitié se tape par son seul code\u202f: la taille se choisit au-dessus, les ingrédients ensuite.',
  notEntered: (typed: string) =>
    `«\u202f${typed}\u202f» n’est pas dans la commande\u202f: Entrée pour le prendre, Échap pour l’effacer.`,
};

export type ComposingText = typeof fr;
/** What the code line refuses, beside what it cannot read. */
export const composingText: Text<ComposingText> = {
  fr,
  en: {
    notInPlace: (name, place) => `${name} does not go into “${place}”. Nothing is added.`,
    onePerPlace: (place) => `“${place}” takes one article. Nothing is added.`,
    missingPlace: (deal, place) => `${deal}: “${place}” is missing.`,
    missingHalf: 'Half and half: one half is missing.',
    notSplittable: (name) => `${name} cannot be halved. Nothing is added.`,
    halfAlone:
      'A half is typed by its code alone: its size is chosen above, its ingredients afterwards.',
    notEntered: (typed) => `“${typed}” is not in the order: Enter takes it, Escape clears it.`,
  },
};
