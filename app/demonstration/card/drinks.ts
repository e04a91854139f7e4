import type { Allergen, Product, VatClass } from '../../domain/menu.ts';
import { unitProduct } from './unit-product.ts';

type Row = readonly [
  code: string,
  id: string,
  name: string,
  volumeCl: number,
  priceCents: number,
  ...allergens: Allergen[],
];

/** In a closed can or bottle: it keeps. */
const CLOSED: readonly Row[] = [
  ['coc', 'coca-33', 'Coca-Cola canette 33 cl', 33, 200],
  ['coz', 'coca-zero-33', 'Coca-Cola sans sucres canette 33 cl', 33, 200],
  ['ora', 'orangina-33', 'Orangina canette 33 cl', 33, 200],
  ['ice', 'the-glace-33', 'Thé glacé pêche canette 33 cl', 33, 200],
  ['oas', 'oasis-33', 'Oasis tropical canette 33 cl', 33, 200],
  ['pri', 'perrier-33', 'Perrier canette 33 cl', 33, 200],
  ['lim', 'limonade-33', 'Limonade artisanale bouteille verre 33 cl', 33, 320],
  ['jus', 'jus-pomme-25', 'Jus de pomme bouteille verre 25 cl', 25, 300],
  ['eau', 'eau-50', 'Eau plate bouteille 50 cl', 50, 150],
  ['eag', 'eau-gazeuse-50', 'Eau gazeuse bouteille 50 cl', 50, 180],
  ['co1', 'coca-150', 'Coca-Cola bouteille 1,5 l', 150, 390],
  ['or1', 'orangina-150', 'Orangina bouteille 1,5 l', 150, 390],
  ['ic1', 'the-glace-150', 'Thé glacé pêche bouteille 1,5 l', 150, 390],
  ['ea1', 'eau-150', 'Eau plate bouteille 1,5 l', 150, 250],
];

/** In a cup: to be drunk at once. */
const IN_A_CUP: readonly Row[] = [
  ['caf', 'cafe', 'Café gobelet 10 cl', 10, 150],
  ['cho', 'chocolat-chaud', 'Chocolat chaud gobelet 20 cl', 20, 250, 'milk', 'soya'],
];

/** Above 1.2 % of alcohol. */
const BEERS: readonly Row[] = [
  ['nbl', 'ninkasi-blonde-33', 'Ninkasi blonde bouteille 33 cl', 33, 420, 'gluten'],
  ['nib', 'ninkasi-blanche-33', 'Ninkasi blanche bouteille 33 cl', 33, 420, 'gluten'],
  ['ipa', 'ninkasi-ipa-33', 'Ninkasi IPA bouteille 33 cl', 33, 450, 'gluten'],
  ['166', '1664-33', '1664 bouteille 33 cl', 33, 350, 'gluten'],
  ['165', '1664-50', '1664 canette 50 cl', 50, 420, 'gluten'],
  ['pel', 'pelforth-brune-33', 'Pelforth brune bouteille 33 cl', 33, 380, 'gluten'],
  ['met', 'meteor-33', 'Meteor pils bouteille 33 cl', 33, 380, 'gluten'],
  ['jen', 'jenlain-75', 'Jenlain ambrée bouteille 75 cl', 75, 790, 'gluten'],
];

/** No alcohol, so the rate of a soft drink. */
const ALCOHOL_FREE: readonly Row[] = [
  ['ban', 'biere-sans-alcool-33', 'Blonde sans alcool bouteille 33 cl', 33, 320, 'gluten'],
];

type Shelf = {
  readonly kind: 'drink' | 'beer';
  readonly categoryId: string;
  readonly vatClass: VatClass;
};

function shelf(rows: readonly Row[], place: Shelf): Product[] {
  return rows.map(([code, id, name, volumeCl, priceCents, ...allergens]) =>
    unitProduct({ id, code, name, ...place, volumeCl, allergens }, priceCents),
  );
}

/** Demonstration data: drinks without alcohol. */
export const drinks: readonly Product[] = [
  ...shelf(CLOSED, { kind: 'drink', categoryId: 'boissons', vatClass: 'conservable' }),
  ...shelf(IN_A_CUP, { kind: 'drink', categoryId: 'boissons', vatClass: 'prepared' }),
];

/** Demonstration data: French beers. */
export const beers: readonly Product[] = [
  ...shelf(BEERS, { kind: 'beer', categoryId: 'bieres', vatClass: 'alcohol' }),
  ...shelf(ALCOHOL_FREE, { kind: 'drink', categoryId: 'bieres', vatClass: 'conservable' }),
];
