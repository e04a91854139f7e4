/** How a number of quarters is written before the name of a part. */
const FRACTIONS: Readonly<Record<number, string>> = { 1: '¼', 2: '½', 3: '¾', 4: '' };

/** `½` of two quarters; nothing of the whole. */
export function fractionText(quarters: number): string {
  return FRACTIONS[quarters] ?? `${quarters}/4`;
}

/** Between the parts of a pizza, on every screen and paper. */
export const PARTS_DIVIDER = ' ▏ ';

/** `½ Reine ▏ ½ 4 Fromages`: parts are named pizzas, never toppings on a side. */
export function partsTitle(
  parts: readonly { readonly name: string; readonly quarters: number }[],
): string {
  return parts
    .map(({ name, quarters }) => `${fractionText(quarters)} ${name}`.trim())
    .join(PARTS_DIVIDER);
}
