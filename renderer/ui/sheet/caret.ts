/**
 * Gives a field its caret again, behind what is typed.
 *
 * NOTE: in Chromium a field that gets the focus back from a sheet stays deaf while the selection of
 * the document lies in the field that left with the sheet: keys go down and nothing is typed.
 */
export function takeCaret(field: Element | null): void {
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return;
  // A number or an address has no caret that could be set.
  if (field.selectionStart === null) return;
  field.setSelectionRange(field.value.length, field.value.length);
}
