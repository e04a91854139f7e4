import type { Text } from '../../ui/settings/settings.tsx';

const fr = {
  slots: 'Places du menu',
  choose: (slot: string) => `Choisissez\u202f: ${slot.toLowerCase()}`,
  leave: 'Annuler',
  supplement: (amount: string) => `+\u00a0${amount}`,
  included: 'inclus',
};

export const dealsText: Text<typeof fr> = {
  fr,
  en: {
    slots: 'Places of the meal',
    choose: (slot) => `Choose: ${slot.toLowerCase()}`,
    leave: 'Cancel',
    supplement: (amount) => `+\u00a0${amount}`,
    included: 'included',
  },
};
