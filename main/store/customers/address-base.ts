import { statSync } from 'node:fs';

import Database from 'better-sqlite3';

import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { type AddressReading, addressReadings } from '#app/domain/customer/address-text.ts';
import { plain } from '#app/domain/search.ts';

export type AddressSuggestion = Output<StoreContract, 'address.complete'>[number];

/** The streets and numbers of the département, imported beforehand (scripts/addresses). */
export type AddressBase = {
  /** The seven best for what was typed. None where nothing was imported. */
  readonly complete: (text: string) => readonly AddressSuggestion[];
  readonly close: () => void;
};

const SHOWN_MAX = 7;
/** Streets that match, ranked by us: a département has a few hundred `rue de la République` at most. */
const STREETS_MAX = 120;
/** A number further from the last one known is none of this street: `4 août 1789`. */
const NEIGHBOUR_MAX = 100;

type Street = {
  readonly place: number;
  readonly name: string;
  readonly postcode: string;
  readonly city: string;
};
type Numbered = {
  readonly number: number;
  readonly suffix: string;
  readonly latitude: number;
  readonly longitude: number;
};

/** Reads the address base in `file`; looks again when the file was replaced by a newer one. */
export function openAddressBase(file: string): AddressBase {
  let open: { readonly stamp: string; readonly find: Finder } | undefined;

  function current(): Finder | undefined {
    const stamp = stampOf(file);
    if (open?.stamp === stamp) return open?.find;
    open?.find.close();
    open = stamp === undefined ? undefined : { stamp, find: finder(file) };
    return open?.find;
  }

  return {
    complete(text) {
      const find = current();
      if (find === undefined) return [];
      const suggestions = new Map<string, AddressSuggestion>();
      for (const reading of addressReadings(text)) {
        for (const suggestion of suggestionsFor(find, reading))
          if (!suggestions.has(suggestion.label)) suggestions.set(suggestion.label, suggestion);
        if (suggestions.size >= SHOWN_MAX) break;
      }
      return [...suggestions.values()].slice(0, SHOWN_MAX);
    },
    close() {
      open?.find.close();
      open = undefined;
    },
  };
}

/** Undefined while there is none. */
function stampOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
}

type Finder = {
  readonly streets: (match: string) => readonly Street[];
  /** The number itself, else the one nearest to it; of a street without numbers: none. */
  readonly numbered: (street: number, value: number, suffix: string) => Numbered | undefined;
  readonly middle: (street: number) => Numbered | undefined;
  readonly close: () => void;
};

function finder(file: string): Finder {
  const database = new Database(file, { readonly: true });
  const streets = database.prepare<[string, number], Street>(
    `select street.* from street_words join street on street.place = street_words.rowid
     where street_words match ? order by bm25(street_words) limit ?`,
  );
  const nearest = database.prepare<[number, number, string], Numbered>(
    `select number, suffix, latitude, longitude from number where street = ?
     order by abs(number - ?), suffix <> ?, suffix limit 1`,
  );
  const middle = database.prepare<[number, number], Numbered>(
    `select number, suffix, latitude, longitude from number where street = ?
     order by number limit 1 offset (select count(*) / 2 from number where street = ?)`,
  );
  return {
    streets: (match) => streets.all(match, STREETS_MAX),
    numbered: (street, value, suffix) => nearest.get(street, value, suffix),
    middle: (street) => middle.get(street, street),
    close: () => void database.close(),
  };
}

/** All words must be in the street, the postcode or the town, each as a whole or as a beginning. */
function suggestionsFor(find: Finder, { number, words }: AddressReading): AddressSuggestion[] {
  const match = words.map((ways) => `(${ways.map((way) => `"${way}"*`).join(' OR ')})`);
  return find
    .streets(match.join(' AND '))
    .map((street) => ({ street, rank: rankOf(street, words), ...placed(find, street, number) }))
    .flatMap(({ street, rank, at, isExact }) => (at ? [{ street, rank, at, isExact }] : []))
    .sort((left, right) => Number(right.isExact) - Number(left.isExact) || left.rank - right.rank)
    .slice(0, SHOWN_MAX)
    .map(({ street, at }) => suggestion(street, at, number));
}

function placed(
  find: Finder,
  { place }: Street,
  number: AddressReading['number'],
): { readonly at: Numbered | undefined; readonly isExact: boolean } {
  if (number === undefined) return { at: find.middle(place), isExact: true };
  const at = find.numbered(place, number.value, number.suffix);
  const distance = at === undefined ? 0 : Math.abs(at.number - number.value);
  return { at: distance > NEIGHBOUR_MAX ? undefined : at, isExact: distance === 0 };
}

/** Lower first: the words in the name of the street rather than the town, in order, short names. */
function rankOf({ name }: Street, words: readonly (readonly string[])[]): number {
  const spoken = plain(name).split(' ');
  const inName = words.filter((ways) =>
    ways.some((way) => spoken.some((word) => word.startsWith(way))),
  ).length;
  const whole = words.filter((ways) => ways.some((way) => spoken.includes(way))).length;
  return (words.length - inName) * 60 + (words.length - whole) * 20 + spoken.length;
}

/** A number that the base does not know yet is kept as typed, at the place of its neighbour. */
function suggestion(
  { name, postcode, city }: Street,
  { suffix, latitude, longitude, ...at }: Numbered,
  number: AddressReading['number'],
): AddressSuggestion {
  const isKnown = number !== undefined && at.number === number.value && suffix === number.suffix;
  const written = number && numberText(number.value, isKnown ? suffix : number.suffix);
  const street = written === undefined ? name : `${written} ${name}`;
  return { label: `${street}, ${postcode} ${city}`, street, postcode, city, latitude, longitude };
}

function numberText(value: number, suffix: string): string {
  if (suffix === '') return String(value);
  return suffix.length === 1 ? `${value}${suffix.toUpperCase()}` : `${value} ${suffix}`;
}
