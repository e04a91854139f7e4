import type { Allergen, ExtraClass, Ingredient } from '../domain/menu.ts';

/**
 * Demonstration data. The allergens are those of the usual product of the trade; a real chain takes
 * them from the sheets of its suppliers.
 */

type Row = readonly [code: string, id: string, name: string, ...allergens: Allergen[]];

function ingredientsOf(extraClass: ExtraClass | undefined, rows: readonly Row[]): Ingredient[] {
  return rows.map(([code, id, name, ...allergens]) => ({
    id,
    code,
    name,
    allergens,
    ...(extraClass === undefined ? {} : { extraClass }),
  }));
}

/** Never sold as extras. */
const BASES = ingredientsOf(undefined, [
  ['pat', 'pate', 'Pâte à pizza', 'gluten'],
  ['paf', 'pate-fine', 'Pâte fine', 'gluten'],
  ['ket', 'ketchup', 'Ketchup', 'celery'],
  ['may', 'mayonnaise', 'Mayonnaise', 'eggs', 'mustard'],
  ['sam', 'sauce-samourai', 'Sauce samouraï', 'eggs', 'mustard'],
  ['sal', 'salade-verte', 'Salade verte'],
  ['cru', 'croutons', 'Croûtons', 'gluten'],
  ['ces', 'sauce-cesar', 'Sauce César', 'eggs', 'fish', 'milk', 'mustard'],
  ['vin', 'vinaigrette', 'Vinaigrette', 'mustard', 'sulphites'],
  ['ail', 'ailes-de-poulet', 'Ailes de poulet marinées', 'soya', 'mustard'],
  ['bam', 'batonnets-mozzarella', 'Bâtonnets de mozzarella panés', 'gluten', 'milk', 'eggs'],
  ['nug', 'nuggets', 'Nuggets de poulet', 'gluten', 'eggs'],
  ['fri', 'frites', 'Frites'],
  ['ciab', 'ciabatta', 'Pain ciabatta', 'gluten'],
  ['bea', 'beurre-ail', "Beurre d'ail persillé", 'milk'],
  ['tart', 'pate-a-tartiner', 'Pâte à tartiner cacao-noisettes', 'nuts', 'milk', 'soya'],
]);

const VEGETABLES = ingredientsOf('vegetable', [
  ['sto', 'sauce-tomate', 'Sauce tomate'],
  ['bbq', 'sauce-barbecue', 'Sauce barbecue', 'mustard'],
  ['cur', 'sauce-curry', 'Sauce curry', 'milk', 'mustard', 'celery'],
  ['bur', 'sauce-burger', 'Sauce burger', 'eggs', 'mustard'],
  ['bla', 'sauce-blanche', 'Sauce blanche', 'eggs', 'milk', 'mustard'],
  ['cha', 'champignons', 'Champignons de Paris'],
  ['oli', 'olives', 'Olives noires'],
  ['oig', 'oignons', 'Oignons'],
  ['oir', 'oignons-rouges', 'Oignons rouges'],
  ['oif', 'oignons-frits', 'Oignons frits', 'gluten'],
  ['poi', 'poivrons', 'Poivrons'],
  ['aub', 'aubergines', 'Aubergines grillées'],
  ['cou', 'courgettes', 'Courgettes grillées'],
  ['art', 'artichauts', 'Artichauts marinés', 'sulphites'],
  ['toc', 'tomates-cerises', 'Tomates cerises'],
  ['tof', 'tomates', 'Tomates fraîches'],
  ['roq', 'roquette', 'Roquette'],
  ['bas', 'basilic', 'Basilic frais'],
  ['per', 'persillade', 'Persillade'],
  ['cap', 'capres', 'Câpres', 'sulphites'],
  ['epi', 'epinards', 'Épinards'],
  ['pdt', 'pommes-de-terre', 'Pommes de terre'],
  ['ana', 'ananas', 'Ananas'],
  ['mai', 'mais', 'Maïs'],
  ['har', 'haricots-rouges', 'Haricots rouges'],
  ['pim', 'piments', 'Piments jalapeños'],
  ['cor', 'cornichons', 'Cornichons', 'mustard', 'sulphites'],
  ['mie', 'miel', 'Miel'],
  ['ori', 'origan', 'Origan'],
  ['huo', 'huile-olive', "Huile d'olive"],
  ['cit', 'citron', 'Citron'],
  ['ane', 'aneth', 'Aneth'],
]);

const CHEESES = ingredientsOf('cheese', [
  ['cre', 'creme', 'Crème fraîche', 'milk'],
  ['moz', 'mozzarella', 'Mozzarella', 'milk'],
  ['emm', 'emmental', 'Emmental', 'milk'],
  ['che', 'chevre', 'Fromage de chèvre', 'milk'],
  ['gor', 'gorgonzola', 'Gorgonzola', 'milk'],
  ['ble', 'bleu-auvergne', "Bleu d'Auvergne", 'milk'],
  ['reb', 'reblochon', 'Reblochon', 'milk'],
  ['rac', 'raclette', 'Raclette', 'milk'],
  ['pam', 'parmesan', 'Parmesan', 'milk'],
  ['ched', 'cheddar', 'Cheddar', 'milk'],
  ['oeu', 'oeuf', 'Œuf', 'eggs'],
  ['noi', 'noix', 'Cerneaux de noix', 'nuts'],
]);

const MEATS = ingredientsOf('meat', [
  ['jam', 'jambon', 'Jambon blanc'],
  ['lar', 'lardons', 'Lardons fumés'],
  ['bac', 'bacon', 'Bacon'],
  ['cho', 'chorizo', 'Chorizo', 'milk'],
  ['pep', 'pepperoni', 'Pepperoni', 'milk'],
  ['spi', 'spianata', 'Spianata piquante'],
  ['mer', 'merguez', 'Merguez'],
  ['boe', 'boeuf', 'Bœuf haché'],
  ['bol', 'sauce-bolognaise', 'Sauce bolognaise', 'celery'],
  ['pou', 'poulet', 'Poulet rôti'],
  ['tan', 'poulet-tandoori', 'Poulet tandoori', 'milk', 'mustard'],
  ['keb', 'kebab', 'Viande kebab', 'gluten', 'soya', 'mustard'],
  ['ros', 'rosette', 'Rosette de Lyon', 'milk'],
  ['tho', 'thon', 'Thon', 'fish'],
  ['anc', 'anchois', 'Anchois', 'fish'],
]);

const PREMIUM = ingredientsOf('premium', [
  ['jac', 'jambon-cru', 'Jambon cru'],
  ['mag', 'magret', 'Magret de canard fumé'],
  ['sau', 'saumon', 'Saumon fumé', 'fish'],
  ['crv', 'crevettes', 'Crevettes', 'crustaceans', 'sulphites'],
  ['fdm', 'fruits-de-mer', 'Fruits de mer', 'crustaceans', 'molluscs', 'fish'],
  ['sai', 'saint-marcellin', 'Saint-marcellin', 'milk'],
  ['burr', 'burrata', 'Burrata', 'milk'],
  ['pes', 'pesto', 'Pesto au basilic', 'milk', 'nuts'],
  ['tru', 'creme-de-truffe', 'Crème de truffe', 'milk'],
]);

/**
 * Rolled and baked apart from wheat flour, in a kitchen full of it: no gluten in the recipe, and no
 * promise that there is none on the plate.
 */
const GLUTEN_FREE: Ingredient = {
  id: 'pate-sans-gluten',
  code: 'pasg',
  name: 'Pâte sans gluten',
  allergens: ['soya'],
  traces: ['gluten'],
};

export const ingredients: readonly Ingredient[] = [
  ...BASES,
  GLUTEN_FREE,
  ...VEGETABLES,
  ...CHEESES,
  ...MEATS,
  ...PREMIUM,
];
