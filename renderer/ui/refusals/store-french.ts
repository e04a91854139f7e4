import type { StoreRefusalCode } from '#app/contract/store-refusals.ts';
import { formatEuros } from '#app/lib/money.ts';

import type { RefusalSentence } from './codes.ts';

export const frenchStoreRefusals: Readonly<Record<StoreRefusalCode, RefusalSentence>> = {
  'store.disk-full':
    'Le disque de la caisse est plein\u202f: rien n’a été enregistré. Faites de la place, puis recommencez.',
  'call.not-found': 'Cet appel n’est plus affiché.',
  'call.taken': 'Un autre poste a déjà pris cet appel.',
  'customer.not-found': 'Ce client n’est plus dans le fichier.',
  'customer.address-of-another': 'Cette adresse appartient à un autre client.',
  'customer.bad-phone': ({ phone }) =>
    `«\u202f${phone ?? ''}\u202f» n’est pas un numéro de téléphone.`,
  'customer.has-open-order': ({ number }) =>
    `La commande ${number ?? ''} de ce client est en cours\u202f: elle se termine d’abord.`,
  'device.unknown': 'Cet appareil n’est plus dans les réglages.',
  'device.not-in-training': 'Quittez la formation pour régler les vrais appareils.',
  'device.cannot-do-that': 'Cet appareil ne sait pas faire cet essai.',
  'device.busy': 'Cet appareil travaille déjà. Attendez qu’il ait fini.',
  'device.payment-in-doubt':
    'Un paiement par carte est à vérifier. Tranchez-le d’abord, puis faites l’essai.',
  'device.not-confirmed': 'Ce terminal est réel\u202f: confirmez que 0,01\u202f€ sera demandé.',
  'device.no-such-line': 'Cette ligne n’est pas sur la page.',
  'device.too-many': ({ max }) => `Un magasin a ${max ?? 'trop d’'} appareils au plus.`,
  'delivery.not-here': 'Cette adresse est hors de la zone de livraison.',
  'delivery.below-minimum': ({ minimumCents, missingCents }) =>
    `Livraison à partir de ${euros(minimumCents)}\u202f: il manque ${euros(missingCents)}.`,
  'draft.not-found': 'Cette commande n’est plus en attente.',
  'draft.taken': 'Un autre poste a déjà repris cette commande.',
  'draft.too-many': ({ max }) =>
    `Il y a déjà ${max ?? 'trop de'} commandes en attente. Reprenez-en une d’abord.`,
  'drawer.no-printer': 'Le tiroir s’ouvre par l’imprimante\u202f: aucune n’est configurée.',
  'drawer.not-opened': 'Le tiroir ne s’est pas ouvert\u202f: l’imprimante ne répond pas.',
  'drawer.unclear': 'L’imprimante n’a pas confirmé. Regardez si le tiroir est ouvert.',
  'slip.no-terminal': 'Aucun terminal de paiement n’est configuré.',
  'slip.not-printed': 'Le terminal n’a pas réimprimé son ticket.',
  'slip.not-supported': 'Ce terminal ne sait pas réimprimer son ticket.',
  'invoice.bad-siren': 'Ce numéro SIREN n’existe pas\u202f: un chiffre est faux.',
  'invoice.none': 'Aucune facture n’a été faite pour cette commande.',
  'loyalty.not-enough': ({ points }) => `Le client n’a que ${points ?? 0} points.`,
  'menu.unknown': 'Ce produit n’est plus à la carte.',
  'receipt.no-centre':
    'Le ticket numérique passe par le serveur central, qui n’est pas relié à ce magasin.',
  'receipt.no-mail': 'L’envoi par e-mail n’est pas configuré dans ce magasin.',
  'staff.sign-in-first': 'Identifiez-vous pour utiliser cette caisse.',
  'staff.unknown': 'Cette personne ne travaille plus dans ce magasin.',
  'staff.wrong-pin': 'Code incorrect.',
  'staff.locked-out': 'Trop de codes incorrects. Patientez avant de réessayer.',
  'staff.locked': 'La caisse est verrouillée. Entrez votre code.',
  'staff.locked-by-another':
    'La caisse est verrouillée par quelqu’un d’autre, qui seul peut la rouvrir, avec un responsable.',
  'staff.no-pin': 'Cette personne n’a pas encore de code. Le responsable lui en donne un.',
  'staff.right-needed': 'Il faut l’accord d’un responsable.',
  'staff.no-such-right': 'Cette personne n’a pas ce droit. Demandez au responsable.',
  'staff.training-first':
    'Vous êtes en formation\u202f: ouvrez «\u202fS’entraîner\u202f» dans les réglages.',
  'training.not-here': 'Cela ne se fait qu’en formation.',
};

function euros(cents: string | number | undefined): string {
  return typeof cents === 'number' ? formatEuros(cents, 'fr') : '';
}
