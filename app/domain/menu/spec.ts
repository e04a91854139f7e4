import type { Locale } from '../../lib/money.ts';
import type { Change } from '../order/events.ts';
import { fractionText, partsTitle } from './fractions.ts';

/** A line as priced or as the kitchen has it: names as sold, whatever the menu says today. */
export type SpecLine = {
  readonly quantity: number;
  readonly name: string;
  readonly sizeLetter?: string | undefined;
  readonly changes: readonly NamedChange[];
  readonly note?: string | undefined;
  readonly dough?: { readonly name: string } | undefined;
  readonly parts?:
    | readonly {
        readonly name: string;
        readonly quarters: number;
        readonly changes: readonly NamedChange[];
      }[]
    | undefined;
  readonly options?: readonly { readonly name: string; readonly quantity: number }[] | undefined;
};

export type NamedChange = {
  readonly action: Change['action'];
  readonly name: string;
  readonly withName?: string | undefined;
};

/** One thing that is not as in the recipe. `text` as everybody reads it: `sans Oignons`. */
export type SpecSign = {
  readonly kind: Change['action'];
  readonly text: string;
  /** Of a swap what comes in; else what is added, doubled, lessened or left out. */
  readonly name: string;
  /** Of a swap: what goes out. */
  readonly outName?: string;
};

/** A part of a pizza of several: a named pizza, with what is changed on it alone. */
export type SpecPart = {
  /** `½`. */
  readonly fraction: string;
  readonly name: string;
  readonly signs: readonly SpecSign[];
};

/** What is to be made, the same on every screen and paper. */
export type PizzaSpec = {
  readonly quantity: number;
  /** `Reine`, or `½ Reine ▏ ½ 4 Fromages`. */
  readonly title: string;
  readonly sizeLetter?: string;
  /** As it is said: `pâte fine`. */
  readonly dough?: string;
  /** Empty for one pizza of one kind. */
  readonly parts: readonly SpecPart[];
  /** On the whole of it. */
  readonly signs: readonly SpecSign[];
  /** `Ketchup`, `2 × Mayonnaise`. */
  readonly options: readonly string[];
  readonly note?: string;
};

/** Reads a line into what is to be made. The one place where a pizza is put into words. */
export function specOf(line: SpecLine, locale: Locale = 'fr'): PizzaSpec {
  const { quantity, name, sizeLetter, note, dough, parts = [], options = [] } = line;
  return {
    quantity,
    title: parts.length === 0 ? name : partsTitle(parts),
    ...(sizeLetter === undefined ? {} : { sizeLetter }),
    ...(dough === undefined ? {} : { dough: doughText(dough.name, locale) }),
    parts: parts.map((part) => ({
      fraction: fractionText(part.quarters),
      name: part.name,
      signs: part.changes.map((change) => signOf(change, locale)),
    })),
    signs: line.changes.map((change) => signOf(change, locale)),
    options: options.map((option) =>
      option.quantity === 1 ? option.name : `${option.quantity} × ${option.name}`,
    ),
    ...(note === undefined ? {} : { note }),
  };
}

/** The word before what is changed. What is swapped is an arrow between two names. */
const WORDS: Readonly<Record<Locale, Readonly<Record<Change['action'], string>>>> = {
  fr: { add: '+', extra: 'double', light: 'léger', remove: 'sans', swap: '→' },
  en: { add: '+', extra: 'extra', light: 'light', remove: 'no', swap: '→' },
};

/** One change in words. */
export function signOf({ action, name, withName }: NamedChange, locale: Locale = 'fr'): SpecSign {
  const word = WORDS[locale][action];
  if (action === 'swap' && withName !== undefined) {
    return { kind: action, text: `${name} ${word} ${withName}`, name: withName, outName: name };
  }
  return { kind: action, text: `${word} ${name}`, name };
}

function doughText(name: string, locale: Locale): string {
  const small = `${name.charAt(0).toLocaleLowerCase('fr')}${name.slice(1)}`;
  return locale === 'fr' ? `pâte ${small}` : `${small} dough`;
}
