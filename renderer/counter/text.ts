import type { Mode } from '#app/domain/menu.ts';

import type { Text } from '../ui/settings/settings.tsx';
import { english } from './text-english.ts';

/** What the counter says. U+202F before : ; ! ? €, as French typography wants. */
const french = {
  title: 'Caisse',
  till: 'Comptoir',
  settings: 'Réglages de cet écran',
  keyboard: 'Clavier',
  connecting: 'La caisse démarre…',
  refused: 'La caisse refuse cet écran',

  modes: {
    'take-away': 'À emporter',
    delivery: 'Livraison',
    'on-site': 'Sur place',
  } as Record<Mode, string>,
  mode: 'Mode de vente',
  order: 'Commande en cours',
  lines: 'Lignes de la commande',
  emptyTitle: 'Nouvelle commande',
  emptyHint: 'Touchez un produit, ou tapez son code\u202f: rei, puis Entrée.',
  bringBack: 'Reprendre la commande effacée',
  without: 'sans',
  oneMore: 'Un de plus',
  oneLess: 'Un de moins',
  extras: 'Suppléments',
  recipe: 'Recette de la ligne choisie',
  removeIngredient: (name: string) => `Retirer ${name}`,
  putBackIngredient: (name: string) => `Remettre ${name}`,
  kitchenNote: 'Note',
  readyAround: 'Prêt vers',
  deliveredAround: 'Livré vers',
  minutes: (count: number) => `${count} min`,
  pizzasAhead: (count: number) => {
    if (count === 0) return 'aucune pizza devant';
    return count === 1 ? '1 pizza devant' : `${count} pizzas devant`;
  },

  codeLine: 'Code, nom ou numéro de commande',
  codeHint: 'code ou nom\u202f: 2rei g -oig +oli',
  suggestions: 'Produits proposés',
  searchOrder: (number: string) => `Voir la commande ${number}`,

  categories: 'Rayons',
  sizes: 'Taille',
  products: 'Produits',
  backToMenu: 'Retour à la carte',
  extrasFor: (name: string) => `Suppléments\u202f: ${name}`,
  extraClasses: {
    vegetable: 'Légumes et sauces',
    cheese: 'Fromages et crèmerie',
    meat: 'Viandes et poissons',
    premium: 'Premium',
  } as Record<string, string>,

  cancelLine: 'Annuler ligne',
  deleteKey: 'Suppr',
  clearAll: 'Tout effacer',
  clearKey: 'Maj Suppr',
  note: 'Note cuisine',
  orders: 'Commandes',
  openOrders: (count: number) => `${count} en cours`,
  articles: (count: number) => (count === 1 ? '1 article' : `${count} articles`),
  ofWhichVat: (amount: string) => `dont TVA ${amount}`,
  total: 'Total',
  pay: 'Encaisser',

  noteTitle: 'Note pour la cuisine',
  noteLabel: 'Ce que la cuisine doit savoir',
  noteQuick: ['Bien cuite', 'Sans couper', 'Client sur place', 'Allergie\u202f: prévenir'],
  noteSave: 'Enregistrer la note',
  noteRemove: 'Retirer la note',
};

export type CounterText = typeof french;
export const counterText: Text<CounterText> = { fr: french, en: english };
