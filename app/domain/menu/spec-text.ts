import type { PizzaSpec, SpecSign } from './spec.ts';

/**
 * The texts made of a spec, one for each place where it is read. All of them say the same in the
 * same words; they differ in how loud they are and in what is left out.
 */

/** `Reine M`, `½ Reine ▏ ½ 4 Fromages G`: the name with its size, without a number. */
export function titleText({ title, sizeLetter }: PizzaSpec): string {
  return sizeLetter === undefined ? title : `${title} ${sizeLetter}`;
}

/** Below the name on the ticket of the counter, on a receipt and on an invoice, line by line. */
export function detailTexts(spec: PizzaSpec): string[] {
  return [...madeOf(spec, (sign) => sign.text), ...spec.options];
}

/** Below the name in the kitchen, on its slip and on the label of the box: what is less is loud. */
export function kitchenTexts(spec: PizzaSpec): string[] {
  const note = spec.note === undefined ? [] : [`«\u202f${spec.note}\u202f»`];
  return [...madeOf(spec, loud), ...spec.options, ...note];
}

/** On one line, for a list, a suggestion or the history: `2 × Reine M, sans Oignons, « bien cuite »`. */
export function lineText(spec: PizzaSpec): string {
  const note = spec.note === undefined ? [] : [`«\u202f${spec.note}\u202f»`];
  const head = `${spec.quantity} × ${titleText(spec)}`;
  return [head, ...detailTexts(spec), ...note].join(', ');
}

/** For the customer who follows an order: without notes, which were said to the kitchen. */
export function trackerText(spec: PizzaSpec): string {
  return [`${spec.quantity} × ${titleText(spec)}`, ...detailTexts(spec)].join(', ');
}

function madeOf(spec: PizzaSpec, say: (sign: SpecSign) => string): string[] {
  const { dough, parts, signs } = spec;
  return [
    ...(dough === undefined ? [] : [dough]),
    ...parts.flatMap(({ fraction, name, signs: onPart }) =>
      onPart.map((sign) => `${fraction} ${name}\u202f: ${say(sign)}`),
    ),
    ...signs.map(say),
  ];
}

/** `SANS Oignons`, `DOUBLE Mozzarella`: nobody reads over it. */
function loud(sign: SpecSign): string {
  if (sign.outName !== undefined) return sign.text;
  const [word = '', ...name] = sign.text.split(' ');
  return `${word.toLocaleUpperCase('fr')}\u00a0${name.join(' ')}`;
}
