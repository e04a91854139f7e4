import type { Text } from '../../ui/settings/settings.tsx';

const fr = {
  coupon: (code: string) => `Code ${code} ajouté`,
  balance: (amount: string) => `Bon d’achat\u202f: il reste ${amount}. Encaissez pour l’utiliser.`,
  unknownReceipt: 'Ce ticket n’est pas d’ici, ou trop ancien pour cette caisse.',
};

export const scannerText: Text<typeof fr> = {
  fr,
  en: {
    coupon: (code: string) => `Code ${code} added`,
    balance: (amount: string) => `Gift voucher: ${amount} left. Take the payment to use it.`,
    unknownReceipt: 'This receipt is not from here, or too old for this till.',
  },
};
