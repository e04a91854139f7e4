import type { Text } from '../ui/settings/settings.tsx';

const fr = {
  title: 'Votre commande',
  welcome: 'Bienvenue',
  total: 'Total',
  due: 'À payer',
  change: 'Votre monnaie',
  thanks: 'Merci et bon appétit\u202f!',
  scan: 'Votre ticket, sans papier',
  scanHow: 'Visez ce code avec votre téléphone.',
  promotions: 'En ce moment',
  discounts: 'Vos avantages',
  training: 'Formation\u202f: rien de ce qui s’affiche n’est réel',
  waiting: 'L’écran attend la caisse.',
};

export const displayText: Text<typeof fr> = {
  fr,
  en: {
    title: 'Your order',
    welcome: 'Welcome',
    total: 'Total',
    due: 'To pay',
    change: 'Your change',
    thanks: 'Thank you and enjoy your meal!',
    scan: 'Your receipt, without paper',
    scanHow: 'Point your phone at this code.',
    promotions: 'Right now',
    discounts: 'Your savings',
    training: 'Training: nothing shown here is real',
    waiting: 'The screen waits for the till.',
  },
};
