import { accept, refuse, type Result } from '../../lib/result.ts';
import type { Ingredient, Menu, Option, OptionGroup, Product, Variant } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { Change, OptionChosen } from '../order/events.ts';
import { find, guess, isSure } from '../search.ts';
import type { CodeLineRefusal } from './refusal.ts';
import type { Typed, TypedChange } from './typed.ts';

/** In the size asked for; else in the usual one, or the only one there is. */
export function variantOf(menu: Menu, typed: Typed, product: Product): Variant | undefined {
  const wanted = typed.size?.id;
  if (wanted !== undefined) return product.variants.find(({ sizeId }) => sizeId === wanted);
  return (
    product.variants.find(({ sizeId }) => sizeId === menu.defaultSizeId) ?? product.variants[0]
  );
}

/** What was changed and what was chosen beside the recipe. */
export type Meant = {
  readonly changes: readonly Change[];
  readonly options: readonly OptionChosen[];
};

/** Understands every sign of a line, on products that have their recipes together. */
export function changesOf(
  menu: Menu,
  typed: Typed,
  { products, sizeId }: { readonly products: readonly Product[]; readonly sizeId: string },
): Result<Meant, CodeLineRefusal> {
  const recipe = new Set(
    products.flatMap(({ variants }) =>
      (variants.find((variant) => variant.sizeId === sizeId)?.recipe ?? []).map(
        ({ ingredientId }) => ingredientId,
      ),
    ),
  );
  const changes: Change[] = [];
  const options: OptionChosen[] = [];
  for (const asked of typed.changes) {
    const option = asked.action === 'add' ? optionOf(menu, products, asked.words) : undefined;
    if (option !== undefined) {
      options.push({ groupId: option.group.id, optionId: option.option.id, quantity: 1 });
      continue;
    }
    const change = changeOf(menu, recipe, asked);
    if (!change.ok) return change;
    changes.push(change.value);
  }
  return accept({ changes, options });
}

function changeOf(
  menu: Menu,
  recipe: ReadonlySet<string>,
  { action, words, withWords }: TypedChange,
): Result<Change, CodeLineRefusal> {
  const ingredient = ingredientOf(menu, recipe, action, words);
  if (ingredient === undefined) return unknown(words);
  if (withWords === undefined) return accept({ ingredientId: ingredient.id, action });
  const brought = ingredientOf(menu, recipe, 'add', withWords);
  if (brought === undefined) return unknown(withWords);
  return accept({ ingredientId: ingredient.id, action, withIngredientId: brought.id });
}

function unknown(text: string): { ok: false; refusal: CodeLineRefusal } {
  return refuse({ code: 'code-line.unknown-ingredient', detail: { text } });
}

/** Of a group that goes with the product: `nug +ket`. */
function optionOf(
  menu: Menu,
  products: readonly Product[],
  words: string,
): { readonly group: OptionGroup; readonly option: Option } | undefined {
  const { optionGroups } = indexOf(menu);
  for (const groupId of products.flatMap((product) => product.optionGroupIds ?? [])) {
    const group = optionGroups.get(groupId);
    const [best] = find(words, group?.options ?? []);
    if (group !== undefined && best !== undefined) return { group, option: best.item };
  }
  return undefined;
}

/** What is lessened is in the recipe, what is added is an extra: those first, unless another is meant exactly. */
function ingredientOf(
  menu: Menu,
  recipe: ReadonlySet<string>,
  action: Change['action'],
  words: string,
): Ingredient | undefined {
  const likely = menu.ingredients.filter(({ id, extraClass }) =>
    action === 'add' ? extraClass !== undefined : recipe.has(id),
  );
  const [best] = find(words, likely);
  const [any] = find(words, menu.ingredients);
  if (isSure(any) && !isSure(best)) return any?.item;
  const [guessed] = [...guess(words, likely), ...guess(words, menu.ingredients)];
  return (best ?? any ?? guessed)?.item;
}
