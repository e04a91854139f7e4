import type { Text } from '../../ui/settings/settings.tsx';

const fr = {
  calls: 'Appels',
  answer: 'Répondre',
  hidden: 'Numéro masqué',
  askName: 'demandez son nom',
  unknown: 'Nouveau numéro',
  last: (text: string, day: string, amount: string) => `dernière\u202f: ${text}, ${day}, ${amount}`,
  never: 'aucune commande',
  waits: (number: number, state: string) => `client en attente de la ${number} · ${state}`,
  count: (count: number) => `${count} appels`,
  shared: (count: number) => `${count} autres fiches à ce numéro`,
};

export const phoneText: Text<typeof fr> = {
  fr,
  en: {
    calls: 'Calls',
    answer: 'Answer',
    hidden: 'Number withheld',
    askName: 'ask for a name',
    unknown: 'New number',
    last: (text, day, amount) => `last: ${text}, ${day}, ${amount}`,
    never: 'no order yet',
    waits: (number, state) => `waits for ${number} · ${state}`,
    count: (count) => `${count} calls`,
    shared: (count) => `${count} more sheets with this number`,
  },
};
