import type { Right } from '#app/domain/staff/rights.ts';

import { roleWords } from '../session/role-words.ts';
import type { Text } from '../settings/settings.tsx';

const fr = {
  title: 'Accord d’un responsable',
  who: 'Qui donne son accord\u202f?',
  pin: 'Code personnel',
  pinOf: (name: string) => `Code de ${name}`,
  confirm: 'Valider l’accord',
  chooseFirst: 'Choisissez d’abord qui donne son accord.',
  nobody: 'Personne ne peut donner cet accord dans cette boutique.',
  lockedUntil: (time: string) => `bloqué jusqu’à ${time}`,
  roles: roleWords.fr,
  rights: {
    'order.undo-started': 'Modifier une commande déjà commencée',
    'order.refund': 'Rembourser',
    'price.override': 'Changer un prix',
    'item.free': 'Offrir un article',
    'discount.manual': 'Accorder une remise',
    'payment.reverse': 'Annuler un paiement',
    'payment.resolve': 'Trancher un paiement en doute',
    'drawer.open': 'Ouvrir le tiroir',
    'training.unlock': 'Quitter la formation',
    'settings.devices': 'Régler les appareils',
    'customer.erase': 'Effacer un client du fichier',
  } satisfies Record<Right, string> as Record<Right, string>,
};

export const approvalText: Text<typeof fr> = {
  fr,
  en: {
    title: 'Approval of a manager',
    who: 'Who approves?',
    pin: 'Personal code',
    pinOf: (name) => `Code of ${name}`,
    confirm: 'Approve',
    chooseFirst: 'Choose first who approves.',
    nobody: 'Nobody in this store can approve this.',
    lockedUntil: (time) => `locked until ${time}`,
    roles: roleWords.en,
    rights: {
      'order.undo-started': 'Change an order already begun',
      'order.refund': 'Refund',
      'price.override': 'Change a price',
      'item.free': 'Give an article for free',
      'discount.manual': 'Give a discount',
      'payment.reverse': 'Reverse a payment',
      'payment.resolve': 'Settle a payment in doubt',
      'drawer.open': 'Open the drawer',
      'training.unlock': 'Leave training',
      'settings.devices': 'Set up the devices',
      'customer.erase': 'Erase a customer from the file',
    },
  },
};
