import type { PartsPolicy } from '#app/domain/menu.ts';

import type { Text } from '../../ui/settings/settings.tsx';

const fr = {
  title: 'Moitié-moitié',
  hintLeft: 'Touchez la pizza de la moitié gauche.',
  hintRight: (name: string) => `${name} à gauche. Touchez la pizza de la moitié droite.`,
  policy: {
    dearest: 'Prix de la plus chère des deux.',
    average: 'Prix\u202f: la moyenne des deux.',
    shares: 'Prix\u202f: la moitié de chacune.',
  } as Record<PartsPolicy, string>,
  extras: {
    whole: 'Un supplément sur une moitié se paie entier.',
    share: 'Un supplément sur une moitié se paie à moitié.',
  },
  splittable: 'Pizzas à partager',
  noneHere: 'Aucune pizza de ce rayon ne se partage. Choisissez un autre rayon.',
  leave: 'Annuler',
  leaveKey: 'Échap',
};

export const halvesText: Text<typeof fr> = {
  fr,
  en: {
    title: 'Half and half',
    hintLeft: 'Touch the pizza of the left half.',
    hintRight: (name) => `${name} on the left. Touch the pizza of the right half.`,
    policy: {
      dearest: 'Price of the dearer of the two.',
      average: 'Price: the average of the two.',
      shares: 'Price: half of each.',
    },
    extras: {
      whole: 'An extra on one half is paid in full.',
      share: 'An extra on one half is half its price.',
    },
    splittable: 'Pizzas that can be halved',
    noneHere: 'No pizza of this category can be halved. Choose another category.',
    leave: 'Cancel',
    leaveKey: 'Esc',
  },
};
