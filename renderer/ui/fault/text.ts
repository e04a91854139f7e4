import type { Text } from '../settings/settings.tsx';

const fr = {
  title: 'Cet écran a eu un problème',
  calm: 'Rien n’est perdu\u202f: ce qui était enregistré l’est, et la commande en cours revient.',
  again: 'L’écran se recharge seul.',
  stuck: 'Il revient à chaque fois. Rechargez, et si cela recommence, appelez le support.',
  reload: 'Recharger maintenant',
};

export const faultText: Text<typeof fr> = {
  fr,
  en: {
    title: 'This screen had a problem',
    calm: 'Nothing is lost: what was recorded is recorded, and the order being taken comes back.',
    again: 'The screen loads itself again.',
    stuck: 'It comes back every time. Reload, and call support if it happens again.',
    reload: 'Reload now',
  },
};
