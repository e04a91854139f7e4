import type { Reading } from '#app/domain/code-line/read.ts';
import { lineText } from '#app/domain/menu/spec-text.ts';

/** A line as understood, in words: `2 × Reine moyenne, sans oignons, + olives`. */
export function readingText({ spec, sizeName }: Reading['said']): string {
  const { sizeLetter: _letter, ...bare } = spec;
  const title = sizeName === undefined ? spec.title : `${spec.title} ${sizeName.toLowerCase()}`;
  return lineText({ ...bare, title });
}
