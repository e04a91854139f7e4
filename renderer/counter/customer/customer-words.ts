import type { OrderSummary } from '#app/contract/store.ts';
import { formatEuros, type Locale } from '#app/lib/money.ts';

import type { Address, Customer } from './current-customer.tsx';
import type { CustomerText } from './text.ts';

const DAY_MS = 86_400_000;
/** From there on the number of days says more than a class. */
const LONG_DAYS = 30;

/** How long since they came: a word, never a colour. `habitué`, `revient après 74 j`. */
export function recencyWord(customer: Customer, nowMs: number, text: CustomerText): string {
  const { recency, lastOrderAt } = customer;
  if (recency === 'new' || lastOrderAt === undefined) return text.recency['new'] ?? '';
  const days = Math.floor((nowMs - Date.parse(lastOrderAt)) / DAY_MS);
  if (days > LONG_DAYS) return text.backAfter(days);
  return text.recency[recency] ?? '';
}

/** `12 rue de la Part-Dieu, 69003 Lyon`. */
export function addressLine({ street, postcode, city }: Address): string {
  return `${street}, ${postcode} ${city}`;
}

/** What the rider needs at the door: `étage 3 · code 12B4 · interphone Diallo`. */
export function doorLine(address: Address, text: CustomerText): string {
  const { floor, doorCode, intercom, meetingPoint } = address;
  return [
    floor === undefined ? undefined : text.floor(floor),
    doorCode === undefined ? undefined : text.doorCode(doorCode),
    intercom === undefined ? undefined : text.intercom(intercom),
    meetingPoint,
  ]
    .filter((word) => word !== undefined)
    .join(' · ');
}

/** `Zone 1 · 2,50 € · minimum 15,00 €`. */
export function zoneLine({ zone }: Address, text: CustomerText, language: Locale): string {
  if (zone === undefined) return text.noZone;
  const fee = zone.feeCents === 0 ? text.freeDelivery : formatEuros(zone.feeCents, language);
  return text.zone(zone.name, fee, formatEuros(zone.minimumCents, language));
}

/** An order in one line: `2 Reine M, 1 Coca-Cola`. */
export function orderWords({ lines }: Pick<OrderSummary, 'lines'>): string {
  return lines
    .map(({ quantity, name, sizeLetter }) =>
      [String(quantity), name, sizeLetter].filter((word) => word !== undefined).join('\u00a0'),
    )
    .join(', ');
}

const DAY = new Intl.DateTimeFormat('fr-FR', {
  day: '2-digit',
  month: '2-digit',
  timeZone: 'Europe/Paris',
});

/** `12/11`. */
export function dayText(at: string): string {
  return DAY.format(new Date(at));
}

/** `attend la 214 · en préparation`. */
export function waitingWords(order: OrderSummary, text: CustomerText): string {
  return text.waitsFor(order.number, text.states[order.status] ?? order.status);
}
