/** `Sans gluten (traces possibles)` as what is said and what must be said with it. */
export function doughLabel(name: string): { readonly label: string; readonly warning: string } {
  const [, label = name, warning = ''] = /^(.+?) \((.+)\)$/.exec(name) ?? [];
  return { label, warning };
}
