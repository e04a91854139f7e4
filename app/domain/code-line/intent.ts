import type { Deal, Menu } from '../menu.ts';
import { e164Of } from '../phone-number.ts';
import { plain } from '../search.ts';
import { quantitiesOf, type Reading, readCodeLine, type Suggestion, suggest } from './read.ts';
import type { CodeLineRefusal } from './refusal.ts';

/**
 * What somebody who types on the code line wants. `order`: the order of that number; `phone`: a
 * customer by number; `deal`: to fill a meal deal; `line`: this line; `search`: nothing certain yet,
 * these products come near.
 */
export type Intent =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'order'; readonly number: number }
  | { readonly kind: 'phone'; readonly e164: string }
  | { readonly kind: 'deal'; readonly deal: Deal; readonly quantity: number }
  | { readonly kind: 'line'; readonly reading: Reading }
  | {
      readonly kind: 'search';
      readonly suggestions: readonly Suggestion[];
      /** Why the best of them cannot be taken as it is. */
      readonly refusal: CodeLineRefusal;
    };

/** Ten digits are a telephone number, `#` and digits an order, the code of a deal the deal. */
export function intentOf(text: string, menu: Menu): Intent {
  const typed = text.trim();
  if (typed === '') return { kind: 'nothing' };
  const number = /^#\s*(\d{1,6})$/.exec(typed)?.[1];
  if (number !== undefined) return { kind: 'order', number: Number(number) };
  const e164 = /^[+\d][\d\s.-]{8,}$/.test(typed) ? e164Of(typed) : undefined;
  if (e164 !== undefined) return { kind: 'phone', e164 };
  const deal = dealOf(typed, menu);
  if (deal !== undefined) return deal;
  const reading = readCodeLine(typed, menu);
  if (reading.ok) return { kind: 'line', reading: reading.value };
  return { kind: 'search', suggestions: suggest(typed, menu), refusal: reading.refusal };
}

/** By its whole code or its whole name. */
function dealOf(typed: string, { deals }: Menu): Extract<Intent, { kind: 'deal' }> | undefined {
  for (const { quantity, words } of quantitiesOf(typed)) {
    const query = plain(words);
    const deal = deals.find(({ code, name }) => plain(code) === query || plain(name) === query);
    if (deal !== undefined && quantity > 0) return { kind: 'deal', deal, quantity };
  }
  return undefined;
}
