/** Somebody on the sign-in screen. */
type Named = { readonly employeeId: string; readonly firstName: string };

/** In the order of the alphabet, always the same: a hand finds its key without looking. */
export function byName<N extends Named>(staff: readonly N[]): readonly N[] {
  return [...staff].sort(
    (left, right) =>
      left.firstName.localeCompare(right.firstName, 'fr') ||
      left.employeeId.localeCompare(right.employeeId),
  );
}

/**
 * Who a key chooses: a letter the next one whose name begins with it, accents aside; an arrow the
 * neighbour. Undefined for any other key.
 */
export function chosenByKey(
  staff: readonly Named[],
  chosenId: string | undefined,
  key: string,
): string | undefined {
  const at = staff.findIndex(({ employeeId }) => employeeId === chosenId);
  if (key === 'ArrowRight' || key === 'ArrowDown')
    return staff[(at + 1) % staff.length]?.employeeId;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return staff.at(at < 0 ? -1 : at - 1)?.employeeId;
  if (!/^\p{L}$/u.test(key)) return undefined;
  const afterChosen = [...staff.slice(at + 1), ...staff.slice(0, at + 1)];
  return afterChosen.find(({ firstName }) => plain(firstName).startsWith(plain(key)))?.employeeId;
}

/** `Élodie` is found under E. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr');
}
