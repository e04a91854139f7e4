import type { CounterText } from './text.ts';

export const english: CounterText = {
  title: 'Till',
  till: 'Counter',
  settings: 'Settings of this screen',
  keyboard: 'Keyboard',
  connecting: 'The till is starting…',
  refused: 'The till refuses this screen',

  modes: { 'take-away': 'Take away', delivery: 'Delivery', 'on-site': 'Eat in' },
  mode: 'How it is sold',
  order: 'Order being taken',
  lines: 'Lines of the order',
  emptyTitle: 'New order',
  emptyHint: 'Touch a product, or type its code: rei, then Enter.',
  bringBack: 'Bring the cleared order back',
  without: 'no',
  oneMore: 'One more',
  oneLess: 'One less',
  extras: 'Extras',
  recipe: 'Recipe of the chosen line',
  removeIngredient: (name) => `Leave out ${name}`,
  putBackIngredient: (name) => `Put ${name} back`,
  kitchenNote: 'Note',
  readyAround: 'Ready around',
  deliveredAround: 'Delivered around',
  minutes: (count) => `${count} min`,
  pizzasAhead: (count) => {
    if (count === 0) return 'no pizza ahead';
    return count === 1 ? '1 pizza ahead' : `${count} pizzas ahead`;
  },

  codeLine: 'Code, name or order number',
  codeHint: 'code or name: 2rei g -oig +oli',
  suggestions: 'Products proposed',
  searchOrder: (number) => `See order ${number}`,

  categories: 'Categories',
  sizes: 'Size',
  products: 'Products',
  backToMenu: 'Back to the menu',
  extrasFor: (name) => `Extras: ${name}`,
  extraClasses: {
    vegetable: 'Vegetables and sauces',
    cheese: 'Cheese and dairy',
    meat: 'Meat and fish',
    premium: 'Premium',
  },

  cancelLine: 'Cancel line',
  deleteKey: 'Del',
  clearAll: 'Clear all',
  clearKey: 'Shift Del',
  note: 'Kitchen note',
  orders: 'Orders',
  openOrders: (count) => `${count} open`,
  articles: (count) => (count === 1 ? '1 article' : `${count} articles`),
  ofWhichVat: (amount) => `of which VAT ${amount}`,
  total: 'Total',
  pay: 'Take payment',

  noteTitle: 'Note for the kitchen',
  noteLabel: 'What the kitchen must know',
  noteQuick: ['Well done', 'Do not cut', 'Customer waiting here', 'Allergy: tell the customer'],
  noteSave: 'Save the note',
  noteRemove: 'Remove the note',
};
