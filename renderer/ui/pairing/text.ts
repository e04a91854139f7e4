import type { Text } from '../settings/settings.tsx';

const fr = {
  title: 'Écran à associer',
  what: 'La caisse répond, mais elle ne connaît pas cet écran.',
  how: 'Ouvrez ici l’adresse complète notée à l’installation, celle qui se termine par',
  calm: 'Rien n’est perdu\u202f: une commande commencée ici revient avec l’écran.',
};

type PairingText = typeof fr;

export const pairingText: Text<PairingText> = {
  fr,
  en: {
    title: 'Screen to be paired',
    what: 'The till answers, and does not know this screen.',
    how: 'Open here the whole address noted at installation, the one that ends in',
    calm: 'Nothing is lost: an order begun here comes back with the screen.',
  },
};
