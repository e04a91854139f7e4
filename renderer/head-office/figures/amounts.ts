import { formatAmount, formatEuros, type Locale } from '#app/lib/money.ts';

/** An amount in cents as whole euros, rounded half up: `8 412 €`. For figures read from afar. */
export function wholeEuros(cents: number, locale: Locale): string {
  const half = cents < 0 ? -50 : 50;
  const written = formatEuros(cents + half, locale);
  return written.replace(locale === 'fr' ? /,\d\d/ : /\.\d\d/, '');
}

/** An amount in cents with its sign: `+0,38 €`. */
export function signedEuros(cents: number, locale: Locale): string {
  const written = formatEuros(cents, locale);
  return cents > 0 ? `+${written}` : written;
}

/** An amount in cents for a spreadsheet: decimals after the mark of the language, no grouping. */
export function plainAmount(cents: number, locale: Locale): string {
  const sign = cents < 0 ? '-' : '';
  const grouping = locale === 'fr' ? '\u202f' : ',';
  return `${sign}${formatAmount(Math.abs(cents), locale).replaceAll(grouping, '')}`;
}

/** How many were sold, halves of pizzas included: `12,5`. */
export function quantityText(quantity: number, locale: Locale): string {
  const written = String(quantity);
  return locale === 'fr' ? written.replace('.', ',') : written;
}
