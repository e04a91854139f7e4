import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Intent } from '#app/domain/code-line/intent.ts';
import type { Suggestion } from '#app/domain/code-line/read.ts';
import type { Deal } from '#app/domain/menu.ts';

export type Customer = Output<StoreContract, 'customer.search'>[number];

/** One thing that Enter, or a press, may take. */
export type Choice =
  | { readonly kind: 'line'; readonly suggestion: Suggestion }
  | { readonly kind: 'deal'; readonly deal: Deal }
  | { readonly kind: 'halves' }
  | { readonly kind: 'order'; readonly number: number }
  | { readonly kind: 'customer'; readonly customer: Customer }
  | { readonly kind: 'new-customer'; readonly e164: string };

/** As many as are seen at a glance under the line. */
const CHOICES_MAX = 7;
/** Where both are found, the last places are for people. */
const PEOPLE_MAX = 3;

/** What the line may mean, best first: what is certain, then products, then people. */
export function choicesOf({
  typed,
  intent,
  suggestions,
  customers,
}: {
  readonly typed: string;
  readonly intent: Intent;
  readonly suggestions: readonly Suggestion[];
  /** Found by name, number or street. */
  readonly customers: readonly Customer[];
}): Choice[] {
  if (/^(½|1\/2)$/.test(typed.trim())) return [{ kind: 'halves' }];
  const people = customers.map((customer): Choice => ({ kind: 'customer', customer }));
  switch (intent.kind) {
    case 'nothing':
      return [];
    case 'order':
      return [{ kind: 'order', number: intent.number }];
    case 'phone':
      return people.length === 0
        ? [{ kind: 'new-customer', e164: intent.e164 }]
        : people.slice(0, CHOICES_MAX);
    case 'deal':
    case 'line':
    case 'search': {
      const deals: Choice[] = intent.kind === 'deal' ? [{ kind: 'deal', deal: intent.deal }] : [];
      const lines = suggestions.map((suggestion): Choice => ({ kind: 'line', suggestion }));
      const shownPeople = people.slice(0, lines.length === 0 ? CHOICES_MAX : PEOPLE_MAX);
      const things = [...deals, ...lines].slice(0, CHOICES_MAX - shownPeople.length);
      // A person is found by a whole name; a product may be found by a slip of the fingers.
      const isSure = intent.kind !== 'search' || suggestions.some(({ reading }) => reading.ok);
      return isSure ? [...things, ...shownPeople] : [...shownPeople, ...things];
    }
  }
}

/** Letters enough to look for people, and no sign of an article. */
export function mayBePerson(typed: string, intent: Intent): boolean {
  if (intent.kind === 'phone') return true;
  return intent.kind !== 'order' && /\p{L}{3}/u.test(typed) && !/[+~>½]|\s-/.test(typed);
}
