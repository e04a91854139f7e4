import { formatPhoneNumber } from '../phone-number.ts';
import { plain } from '../search.ts';

/** What somebody typed to find a customer: a part of a number, or words of a name or street. */
export type CustomerSearch =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** More words than a name and a street have. */
const WORDS_MAX = 8;

/** `06 12`, `+33 6 12`, `0033612` are digits; anything with a letter is words, accents folded. */
export function customerSearchOf(text: string): CustomerSearch {
  if (/^[+\d\s.\-()/]+$/.test(text) && /\d/.test(text)) {
    const bare = text.replace(/[^+\d]/g, '');
    return { kind: 'digits', digits: bare.replace(/^(?:\+33|0033)0?/, '0').replace(/\D/g, '') };
  }
  const words = plain(text).split(' ');
  return { kind: 'words', words: words.filter((word) => word !== '').slice(0, WORDS_MAX) };
}

/** A number as the French write it, digits only: `0612345678`; of another country, with its code. */
export function digitsOf(e164: string): string {
  return formatPhoneNumber(e164).replace(/\D/g, '');
}
