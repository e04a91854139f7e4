/**
 * Telephone numbers. A number is kept as E.164 (`+33612345678`): a plus sign and at most fifteen
 * digits. What is not surely one is no number: a caller is better unknown than taken for another.
 */

/** Numbering plan of ARCEP: national numbers have ten digits, the first is 0, the second is not. */
const NATIONAL = /^0[1-9]\d{8}$/;
/** The same from abroad, with the 0 that some boxes leave in place. */
const FRENCH = /^\+33(?:\(0\)|0)?([1-9]\d{8})$/;
/** ITU-T E.164: at most fifteen digits; the shortest in service have seven. */
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;
/** What people and boxes write between the digits. */
const SEPARATORS = /[\s.\-/\u2010-\u2015]/g;
const LONGEST = 40;

/** The French overseas have country codes of their own, though dialled as national numbers. */
const OVERSEAS: readonly (readonly [RegExp, string])[] = [
  [/^0(262|263|269|639[0-7]|692|693)/, '+262'],
  [/^0(590|690|691)/, '+590'],
  [/^0(594|694)/, '+594'],
  [/^0(596|696|697)/, '+596'],
];

/**
 * A number as written by people, boxes and operators (`06 12 34 56 78`, `+33 6…`, `0033…`,
 * `33612345678`, `tel:+33…`) as E.164. A number of another country is left as given when it has a
 * plus sign or `00`. Short numbers, extensions and anything else: `undefined`.
 */
export function e164Of(written: string): string | undefined {
  if (written.length > LONGEST) return undefined;
  const bare = written.trim().replace(/^tel:/i, '').replace(SEPARATORS, '');
  const digits = bare.replace(/^00/, '+').replace(/^33(?=[1-9]\d{8}$)/, '+33');
  if (NATIONAL.test(digits)) {
    const overseas = OVERSEAS.find(([start]) => start.test(digits));
    return `${overseas?.[1] ?? '+33'}${digits.slice(1)}`;
  }
  if (digits.startsWith('+33')) {
    const national = FRENCH.exec(digits)?.[1];
    return national === undefined ? undefined : `+33${national}`;
  }
  return INTERNATIONAL.test(digits) ? digits : undefined;
}

/** For people: `06 12 34 56 78` with no-break spaces; a foreign number as it is. */
export function formatPhoneNumber(e164: string): string {
  const national = FRENCH.exec(e164)?.[1];
  if (national === undefined) return e164;
  return `0${national}`.replace(/\d{2}(?!$)/g, '$&\u00a0');
}
