/** Words that begin how a drink is packed; the law wants its volume beside its price (R-LAW-04). */
const PACKING = /^(.+?) ((?:canette|bouteille|gobelet|pichet)\b.*)$/;

/** `Coca-Cola canette 33 cl` as its name and its packing, `33 cl` kept on one line. */
export function namedAndPacked(name: string): {
  readonly name: string;
  readonly packing: string | undefined;
} {
  const [, drink, packing] = PACKING.exec(name) ?? [];
  if (drink === undefined || packing === undefined) return { name, packing: undefined };
  // A tile has one line for it: a glass bottle is said by its glass.
  const short = packing.replace(/^bouteille verre/, 'verre');
  return { name: drink, packing: short.replace(/(\d) (cl|l)\b/g, '$1\u00a0$2') };
}
