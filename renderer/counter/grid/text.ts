import type { Allergen } from '#app/domain/menu.ts';

import type { Text } from '../../ui/settings/settings.tsx';

const fr: Readonly<Record<Allergen, string>> = {
  gluten: 'gluten',
  crustaceans: 'crustacés',
  eggs: 'œuf',
  fish: 'poisson',
  peanuts: 'arachide',
  soya: 'soja',
  milk: 'lait',
  nuts: 'noix',
  celery: 'céleri',
  mustard: 'moutarde',
  sesame: 'sésame',
  sulphites: 'sulfites',
  lupin: 'lupin',
  molluscs: 'mollusques',
};

/** The fourteen allergens in one word each, for the corner of a tile. */
export const allergenText: Text<Readonly<Record<Allergen, string>>> = {
  fr,
  en: {
    gluten: 'gluten',
    crustaceans: 'crustaceans',
    eggs: 'egg',
    fish: 'fish',
    peanuts: 'peanut',
    soya: 'soya',
    milk: 'milk',
    nuts: 'nuts',
    celery: 'celery',
    mustard: 'mustard',
    sesame: 'sesame',
    sulphites: 'sulphites',
    lupin: 'lupin',
    molluscs: 'molluscs',
  },
};
