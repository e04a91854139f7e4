import type { RefusalSentences } from './codes.ts';

/** Typographic spaces are written as escapes where an editor would lose them. */
export const frenchRefusals: RefusalSentences = {
  'link.down': 'La caisse ne répond pas. Rien n’est perdu\u202f: l’écran réessaie seul.',
  'link.no-answer': 'La caisse n’a pas répondu à temps. L’écran redemande seul.',
  'link.busy': 'La caisse a trop de demandes à la fois. Réessayez dans un instant.',
  'request.unknown-method': 'Cet écran est plus récent que la caisse. Rechargez la page.',
  'request.forbidden': 'Cet écran n’a pas le droit de faire cela.',
  'request.malformed': ({ at }) =>
    `La demande a été refusée\u202f: ${at ?? 'contenu'} non valable.`,
  'request.failed': ({ id }) =>
    `La caisse a rencontré une panne. À communiquer au support\u202f: ${id ?? 'sans numéro'}.`,

  'pricing.unknown-product': 'Ce produit n’est plus à la carte.',
  'pricing.unknown-size': 'Ce produit n’existe pas dans cette taille.',
  'pricing.unknown-ingredient': 'Cet ingrédient n’est plus à la carte.',
  'pricing.bad-quantity': 'La quantité va de 1 à 50.',
  'pricing.cannot-add': 'Cet ingrédient n’est pas proposé en supplément sur ce produit.',
  'pricing.cannot-remove': 'La base de la recette ne peut pas être retirée.',
  'pricing.not-in-recipe': 'Cet ingrédient n’est pas dans la recette.',
  'pricing.repeated-change': 'Cet ingrédient est demandé deux fois sur la même ligne.',
  'pricing.discount-too-large': 'La remise dépasse le total.',

  'code-line.empty': 'Tapez un code ou un nom.',
  'code-line.unknown-product': ({ text }) => `Aucun produit pour «\u202f${text ?? ''}\u202f».`,
  'code-line.unknown-size': ({ product }) =>
    `${product ?? 'Ce produit'} n’existe pas dans cette taille.`,
  'code-line.unknown-ingredient': ({ text }) =>
    `Aucun ingrédient pour «\u202f${text ?? ''}\u202f».`,

  'order.not-found': 'Cette commande est introuvable.',
  'order.empty': 'La commande est vide.',
  'order.already-placed': 'Cette commande est déjà enregistrée.',
  'order.price-changed':
    'Un prix vient de changer. Le total est recalculé\u202f: annoncez-le au client.',
  'order.already-started': 'La préparation est déjà commencée.',
  'order.not-started': 'La préparation n’est pas commencée.',
  'order.already-prepared': 'La commande est déjà en préparation.',
  'order.not-ready': 'La commande n’est pas encore prête.',
  'order.already-given': 'La commande est déjà remise au client.',
  'order.cancelled': 'La commande est annulée.',
  'order.already-paid': 'La commande est déjà payée.',
  'order.not-paid': 'La commande n’est pas payée.',

  'payment.nothing-due': 'Il ne reste rien à payer.',
  'payment.not-now': 'Choisissez un moyen de paiement.',
  'payment.too-little': 'La somme reçue ne couvre pas le reste à payer.',
  'payment.cash-limit':
    'Au-delà de 1\u202f000\u202f€, la loi interdit les espèces. Proposez la carte.',
  'payment.open': 'Un paiement est en cours. Attendez sa réponse.',
  'payment.already-asked': 'Ce paiement est déjà demandé.',
  'payment.unknown': 'Ce paiement est introuvable.',
  'payment.already-settled': 'Ce paiement est déjà conclu.',
  'payment.already-in-doubt': 'Ce paiement est déjà en doute.',
  'payment.not-in-doubt': 'Ce paiement n’est pas en doute.',
  'store.disk-full':
    'Le disque de la caisse est plein\u202f: rien n’a été enregistré. Libérez de la place, puis réessayez.',
};
