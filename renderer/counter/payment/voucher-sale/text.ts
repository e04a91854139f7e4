import type { Text } from '../../../ui/settings/settings.tsx';

const fr = {
  title: 'Vendre un bon d’achat',
  hint: 'Son code s’affiche une fois payé. Ce n’est pas du chiffre d’affaires\u202f: il le devient quand le bon est utilisé.',
  amount: 'Montant du bon',
  add: (amount: string) => `Ajouter un bon de ${amount}`,
};

export const voucherSaleText: Text<typeof fr> = {
  fr,
  en: {
    title: 'Sell a gift voucher',
    hint: 'Its code is shown once it is paid. It is no sale until the voucher is used.',
    amount: 'Amount of the voucher',
    add: (amount) => `Add a voucher of ${amount}`,
  },
};
