/** The names that hold, for `className`: `classes(styles['key'], isOn && styles['on'])`. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false).join(' ');
}
