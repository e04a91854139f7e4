import type { Text } from '../../ui/settings/settings.tsx';

const fr = {
  calls: 'Appels',
  answer: 'Répondre',
  dismiss: 'Ignorer l’appel',
  hidden: 'Numéro masqué',
  unknown: 'Nouveau numéro',
  last: (text: string, day: string, amount: string) => `dernière\u202f: ${text}, ${day}, ${amount}`,
  never: 'aucune commande',
  waits: (number: number, state: string) => `client en attente de la ${number} · ${state}`,
  more: (count: number) => `+\u00a0${count}`,
  moreCalls: (count: number) => (count === 1 ? 'un autre appel' : `${count} autres appels`),
  shared: (count: number) => `${count} autres fiches à ce numéro`,
  takenBy: (device: string) => `pris par ${device}`,
};

export const phoneText: Text<typeof fr> = {
  fr,
  en: {
    calls: 'Calls',
    answer: 'Answer',
    dismiss: 'Ignore the call',
    hidden: 'Number withheld',
    unknown: 'New number',
    last: (text, day, amount) => `last: ${text}, ${day}, ${amount}`,
    never: 'no order yet',
    waits: (number, state) => `waits for ${number} · ${state}`,
    more: (count) => `+\u00a0${count}`,
    moreCalls: (count) => (count === 1 ? 'one more call' : `${count} more calls`),
    shared: (count) => `${count} more sheets with this number`,
    takenBy: (device) => `taken by ${device}`,
  },
};
