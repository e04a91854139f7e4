import { formatEuros } from '#app/lib/money.ts';

import type { Outcome } from './replay.ts';
import type { Durations } from './sell.ts';
import type { Totals } from './store-totals.ts';

/** The orders compared at each end of the year. */
const WINDOW = 1_000;

/** Half of a set of durations took no longer, in milliseconds. */
export function medianMs(durations: Durations): number {
  const sorted = [...durations].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Time per order when the file was small and when it holds everything; the very first are warm-up. */
export function ends(durations: Durations): { start: number; end: number; ratio: number } {
  const window = Math.min(WINDOW, Math.floor(durations.length / 4));
  const start = medianMs(durations.slice(window, 2 * window));
  const end = medianMs(durations.slice(-window));
  return { start, end, ratio: start === 0 ? 1 : end / start };
}

export function asJson({ store, centre, ...rest }: Outcome): string {
  const of = ({ orders, lines, pizzas, salesCents, days }: Totals) => ({
    orders,
    lines,
    pizzas,
    salesCents,
    days,
  });
  const { start, end, ratio } = ends(rest.durations);
  return JSON.stringify({
    store: of(store),
    centre: of(centre),
    agrees: rest.agrees,
    orderMsAtStart: round(start),
    orderMsAtEnd: round(end),
    orderMsRatio: round(ratio),
    entries: rest.entries,
    sellSeconds: round(rest.sellSeconds),
    syncSeconds: round(rest.syncSeconds),
    databaseBytes: rest.databaseBytes,
  });
}

export function asTables(outcome: Outcome): string {
  const { store, centre, durations } = outcome;
  const { start, end, ratio } = ends(durations);
  const row = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(16))).join('');
  const totals = (title: string, totalsOf: Totals) =>
    row([
      title,
      String(totalsOf.orders),
      String(totalsOf.lines),
      String(totalsOf.pizzas),
      formatEuros(totalsOf.salesCents),
      String(totalsOf.days),
    ]);
  return [
    row(['', 'commandes', 'lignes', 'pizzas', 'ventes', 'jours']),
    totals('Magasin', store),
    totals('Siège', centre),
    '',
    row(['Mois', 'commandes', 'pizzas', 'ventes', 'au siège']),
    ...store.months.map((month, index) =>
      row([
        month.month,
        String(month.orders),
        String(month.pizzas),
        formatEuros(month.salesCents),
        formatEuros(centre.months[index]?.salesCents ?? 0),
      ]),
    ),
    '',
    `Par commande   ${round(start)} ms au début, ${round(end)} ms à la fin (rapport ${round(ratio)})`,
    `Vente          ${round(outcome.sellSeconds)} s`,
    `Synchronisation ${round(outcome.syncSeconds)} s pour ${outcome.entries} écritures`,
    `Base du magasin ${round(outcome.databaseBytes / 1_000_000)} Mo`,
    outcome.agrees
      ? 'Le magasin, le siège et les fichiers disent la même chose, au centime.'
      : 'ATTENTION : le magasin, le siège et les fichiers ne disent pas la même chose.',
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
