import { formatEuros } from '#app/lib/money.ts';

import type { RefusalSentences } from './codes.ts';
import { frenchStoreRefusals } from './store-french.ts';

/** Typographic spaces are written as escapes where an editor would lose them. */
export const frenchRefusals: RefusalSentences = {
  ...frenchStoreRefusals,
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
  'pricing.bad-swap': 'Choisissez par quoi remplacer cet ingrédient.',
  'pricing.repeated-line': 'La même ligne est deux fois dans la commande.',
  'pricing.unknown-line': 'Cette ligne n’est plus dans la commande.',
  'pricing.no-such-dough': 'Cette pâte n’existe pas pour ce produit dans cette taille.',
  'pricing.bad-parts': 'Les parts ne font pas une pizza entière.',
  'pricing.not-splittable': ({ product }) => `${product ?? 'Ce produit'} ne se vend pas en moitié.`,
  'pricing.mixed-parts': 'Ces deux produits ne peuvent pas être réunis\u202f: leur TVA diffère.',
  'pricing.unknown-option': 'Ce choix n’est pas proposé avec ce produit.',
  'pricing.too-few-options': ({ group, min }) =>
    `${group ?? 'Options'}\u202f: choisissez-en au moins ${min ?? 1}.`,
  'pricing.too-many-options': ({ group, max }) =>
    `${group ?? 'Options'}\u202f: ${max ?? 'ce nombre'} au plus.`,
  'pricing.unknown-deal': 'Cette formule n’est plus à la carte.',
  'pricing.deal-incomplete': ({ deal, slot }) =>
    `${deal ?? 'Formule'}\u202f: il manque «\u202f${slot ?? 'un choix'}\u202f».`,
  'pricing.deal-choice': ({ deal, slot }) =>
    slot === undefined
      ? `${deal ?? 'Formule'}\u202f: un des choix n’en fait pas partie.`
      : `${deal ?? 'Formule'}\u202f: ce choix ne va pas dans «\u202f${slot}\u202f».`,
  'pricing.bad-deal': ({ deal }) =>
    `${deal ?? 'Formule'}\u202f: toutes ses lignes vont ensemble, en même nombre.`,
  'pricing.sold-out': ({ name, ingredient }) =>
    ingredient === undefined
      ? `${name ?? 'Ce produit'} est en rupture.`
      : `${name ?? 'Ce produit'}\u202f: rupture de «\u202f${ingredient}\u202f».`,
  'pricing.not-available': ({ name, why }) =>
    why === 'not-now'
      ? `${name ?? 'Ce produit'} ne se vend pas à cette heure.`
      : `${name ?? 'Ce produit'} ne se vend pas ici de cette façon.`,

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
  'order.not-paid': 'La commande n’est pas payée.',
  'order.nothing-to-make': 'Rien n’est à préparer dans cette commande.',
  'order.owed': ({ owedCents }) =>
    `${euros(owedCents)} sont à rendre au client avant de remettre la commande.`,
  'order.needs-right': 'La cuisine a commencé\u202f: il faut l’accord d’un responsable.',
  'order.edited-meanwhile': 'La commande vient de changer. Relisez-la, puis recommencez.',
  'order.edited-elsewhere': ({ name }) =>
    `«\u202f${name ?? ''}\u202f» vient d’être modifié sur une autre caisse. Relisez la commande.`,
  'order.already-edited': 'Cette modification est déjà enregistrée.',
  'order.nothing-to-change': 'Rien ne change dans cette commande.',
  'order.unknown-line': 'Cette ligne n’est plus dans la commande.',
  'order.line-exists': 'Cette ligne est déjà dans la commande.',
  'order.line-refunded': ({ name }) =>
    name === undefined
      ? 'Une partie de la commande est remboursée\u202f: son mode ne change plus.'
      : `«\u202f${name}\u202f» est déjà remboursé\u202f: la ligne ne change plus.`,
  'order.refunded-more': ({ name, leftQuantity }) =>
    `Il ne reste que ${leftQuantity ?? 0} «\u202f${name ?? ''}\u202f» à rembourser.`,
  'order.already-refunded': 'Ce remboursement est déjà enregistré.',
  'order.voucher-used':
    'Le bon d’achat vendu avec cette commande a déjà servi\u202f: elle ne s’annule plus.',
  'order.unknown-revision': 'Cet écran est en avance sur la caisse. Rechargez la page.',

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
  'payment.too-much': ({ maximumCents }) =>
    `Il reste ${euros(maximumCents)} à payer, pas davantage.`,
  'payment.line-paid': 'Cette ligne est déjà payée.',
  'payment.no-change-on-vouchers': ({ maximumCents }) =>
    `On ne rend pas la monnaie sur un titre-restaurant\u202f: ${euros(maximumCents)} au plus.`,
  'payment.meal-voucher-cap': ({ maximumCents }) =>
    `Le plafond du jour des titres-restaurant laisse ${euros(maximumCents)}.`,
  'payment.not-eligible': ({ maximumCents }) =>
    `Les titres-restaurant ne paient pas l’alcool ni la livraison\u202f: ${euros(maximumCents)} au plus.`,
  'payment.rest-day':
    'Titre-restaurant un dimanche ou un jour férié\u202f: notez pourquoi il est accepté.',
  'payment.voucher-unknown': 'Ce bon d’achat est inconnu.',
  'payment.voucher-empty': 'Ce bon d’achat est épuisé.',
  'payment.voucher-unpaid': 'Ce bon d’achat n’est pas encore payé.',
  'payment.voucher-too-little': ({ maximumCents }) =>
    `Il reste ${euros(maximumCents)} sur ce bon d’achat.`,
  'payment.not-reversible': 'Ce paiement ne s’annule pas\u202f: remboursez-le.',
  'payment.already-reversed': 'Ce paiement est déjà annulé.',
  'payment.not-refundable': 'Ce paiement ne se rembourse pas\u202f: choisissez-en un autre.',
  'payment.nothing-owed': 'Rien n’est à rendre au client.',
  'payment.refund-too-large': ({ maximumCents }) =>
    `On ne peut pas rendre plus de ${euros(maximumCents)} sur ce paiement.`,
};

/** An amount of the detail, as a customer reads it. */
function euros(cents: string | number | undefined): string {
  return formatEuros(Number(cents ?? 0), 'fr');
}
