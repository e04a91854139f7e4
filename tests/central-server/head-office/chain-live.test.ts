import { afterAll, beforeAll, expect, test } from 'vitest';

import type { ChainLive } from '#app/contract/head-office.ts';
import { headOfficeContract } from '#app/contract/head-office.ts';
import { lastHours, storeDay } from '#central/head-office/calendar.ts';
import type { Centre } from '#central/start.ts';
import { aCentre, aScreen, enrolled, type Screen, signedIn } from '#tests/world/centre.ts';
import { anEditedAndCancelledLife, anEditedAndRefundedLife } from '#tests/world/centre/lives.ts';
import { aJournal } from '#tests/world/centre/journal.ts';
import { aPush, inBytes, provenLink } from '#tests/world/centre/link.ts';
import { aSale, cancelledFrom, placedBy, soldAndGiven, step } from '#tests/world/centre/sales.ts';
import { aPricedLine } from '#tests/world/orders.ts';

/** Friday 20 November 2026, 20:15 in Lyon. */
const NOW = '2026-11-20T19:15:00.000Z';

let centre: Centre;
let screen: Screen;
beforeAll(async () => {
  centre = await aCentre({ now: () => Date.parse(NOW) });
  screen = await aScreen(centre, { cookie: await signedIn(centre) });
});
afterAll(async () => {
  screen.close();
  await centre.close();
});

async function chain(): Promise<ChainLive> {
  const answer = await screen.request('chain.live', {});
  if (!answer.ok) throw new Error(answer.refusal.code);
  return headOfficeContract['chain.live'].output.parse(answer.value);
}

/** So many Reines (11,90 €, of which 1,08 € VAT) in one order. */
const reines = (orderId: string, at: string, businessDay: string, quantity = 1) =>
  aSale({
    orderId,
    at,
    businessDay,
    lines: [aPricedLine({ quantity, grossCents: 1190 * quantity })],
  });

async function sent(storeId: string, write: (journal: ReturnType<typeof aJournal>) => void) {
  const journal = aJournal(storeId);
  write(journal);
  const key = await enrolled(centre, storeId, () => Date.parse(NOW));
  const link = await provenLink(centre.url, { storeId, key });
  link.send(inBytes(aPush(journal, { from: 1, key })));
  expect(await link.next('taken', 'refused', 'gap')).toMatchObject({ kind: 'taken' });
  return link;
}

async function toldOf(topic: string): Promise<void> {
  while (!(await screen.changed()).includes(topic));
}

test('before the first sale every figure is nothing', async () => {
  const live = await chain();
  expect(live).toMatchObject({
    now: NOW,
    businessDay: '2026-11-20',
    today: { orders: 0, salesCents: 0, netCents: 0, averageCents: 0, cancelled: 0 },
    open: 0,
    best: [],
    alarms: [],
  });
  expect(live.stores).toHaveLength(8);
  expect(live.stores.filter(({ status }) => status === 'never')).toHaveLength(5);
  expect(live.stores.filter(({ status }) => status === 'not-open')).toHaveLength(3);
  expect(live.hours).toHaveLength(24);
});

test('figures are right to the cent, a cancelled order is taken out, and screens are told', async () => {
  const told = toldOf('figures');
  const lyon = await sent('lyon-3', (journal) => {
    const day = '2026-11-20';
    journal.write(
      '2026-11-20T11:30:00.000Z',
      ...soldAndGiven(reines('a', '2026-11-20T11:30:00.000Z', day)),
    );
    journal.write(
      '2026-11-20T18:59:59.000Z',
      placedBy(reines('b', '2026-11-20T18:59:59.000Z', day, 2)),
    );
    const gone = reines('c', '2026-11-20T19:01:00.000Z', day, 3);
    journal.write(gone.at, placedBy(gone), step(gone, 'order.started'), cancelledFrom(gone));
  });
  await told;
  const bron = await sent('bron', (journal) => {
    const sale = reines('d', '2026-11-20T19:10:00.000Z', '2026-11-20');
    journal.write(
      sale.at,
      placedBy(sale),
      step(sale, 'order.started'),
      step(sale, 'order.finished'),
    );
  });

  const live = await chain();
  // 11,90 + 23,80 + 11,90; VAT 1,08 + 2,16 + 1,08.
  expect(live.today).toEqual({
    orders: 3,
    salesCents: 4760,
    netCents: 4328,
    averageCents: 1587,
    cancelled: 1,
  });
  expect(live.open).toBe(2);
  expect(live.best).toEqual([{ productId: 'reine', name: 'Reine', quantity: 4, salesCents: 4760 }]);
  const [bronNow, lyonNow] = ['bron', 'lyon-3'].map((id) =>
    live.stores.find(({ storeId }) => storeId === id),
  );
  expect(lyonNow).toMatchObject({ status: 'up', open: 1, today: { orders: 2, salesCents: 3570 } });
  expect(bronNow).toMatchObject({ status: 'up', heardAt: NOW, open: 1 });
  expect(live.hours.at(-1)).toEqual({
    hour: '2026-11-20T19:00:00.000Z',
    orders: 1,
    salesCents: 1190,
    lastWeekCents: 0,
    stores: [
      { storeId: 'bron', orders: 1, salesCents: 1190 },
      // The cancelled one: sold and taken back in this hour.
      { storeId: 'lyon-3', orders: 0, salesCents: 0 },
    ],
  });
  lyon.close();
  bron.close();
});

test('a store that hangs up is shown as down, with the moment it was last heard', async () => {
  const told = toldOf('stores');
  const link = await sent('ecully', (journal) => {
    journal.write('2026-11-20T12:00:00.000Z', { type: 'oven.lit', data: {} });
  });
  await told;
  expect((await chain()).stores.find(({ storeId }) => storeId === 'ecully')?.status).toBe('up');
  link.close();
  let shown: ChainLive['stores'][number] | undefined;
  while (shown?.status !== 'down') {
    await screen.changed();
    shown = (await chain()).stores.find(({ storeId }) => storeId === 'ecully');
  }
  expect(shown.heardAt).toBe(NOW);
});

test('today is compared with the same weekday up to the same minute', async () => {
  const link = await sent('venissieux', (journal) => {
    const day = '2026-11-13';
    for (const [index, at] of [
      '2026-11-13T11:00:00.000Z',
      '2026-11-13T18:59:00.000Z',
      '2026-11-13T19:14:59.000Z',
      // From here on it is later than 20:15 in Lyon.
      '2026-11-13T19:15:01.000Z',
      '2026-11-13T21:00:00.000Z',
    ].entries()) {
      journal.write(at, ...soldAndGiven(reines(`w${index}`, at, day)));
    }
    const gone = reines('w9', '2026-11-13T19:05:00.000Z', day);
    journal.write('2026-11-13T21:00:00.000Z', { ...placedBy(gone) }, cancelledFrom(gone));
  });
  const live = await chain();
  const store = live.stores.find(({ storeId }) => storeId === 'venissieux');
  expect(store?.lastWeekCents).toBe(3 * 1190);
  expect(live.lastWeek).toMatchObject({ orders: 3, salesCents: 3570, netCents: 3246 });
  link.close();
});

test('what was edited counts as edited in the hour under way a week before, what was cancelled not', async () => {
  const day = '2026-11-13';
  const link = await sent('villeurbanne', (journal) => {
    const at = '2026-11-13T19:05:00.000Z';
    journal.write(at, ...anEditedAndRefundedLife('e1', at, day));
    journal.write(at, ...anEditedAndCancelledLife('e2', at, day));
  });
  const store = (await chain()).stores.find(({ storeId }) => storeId === 'villeurbanne');
  // 12,91 + 23,80 + 3,50 €; the refunds are borne by the day they were made.
  expect(store?.lastWeekCents).toBe(4021);
  link.close();
});

const LYON = { zone: 'Europe/Paris', cutOff: '04:30' };

test('over a change of the clocks, half past seven is compared with half past seven', () => {
  // Clocks went back on 25 October 2026: 19:30 was 17:30 UTC the week before and is 18:30 after.
  expect(storeDay(Date.parse('2026-10-30T18:30:00.000Z'), LYON)).toEqual({
    businessDay: '2026-10-30',
    lastWeekDay: '2026-10-23',
    lastWeekNow: '2026-10-23T17:30:00.000Z',
    lastWeekHour: '2026-10-23T17:00:00.000Z',
  });
  // And forward on 29 March: 19:30 was 18:30 UTC and is 17:30.
  expect(storeDay(Date.parse('2026-04-03T17:30:00.000Z'), LYON)).toMatchObject({
    businessDay: '2026-04-03',
    lastWeekNow: '2026-03-27T18:30:00.000Z',
  });
  const slots = lastHours(Date.parse('2026-10-25T18:30:00.000Z'));
  expect(slots.at(-1)).toEqual({
    hour: '2026-10-25T18:00:00.000Z',
    lastWeek: '2026-10-18T17:00:00.000Z',
  });
  expect(new Set(slots.map(({ hour }) => hour)).size).toBe(24);
});

test('the business day ends at half past four in the morning, on the wall clock', () => {
  const dayAt = (at: string) => storeDay(Date.parse(at), LYON).businessDay;
  expect(dayAt('2026-11-20T03:29:59.000Z')).toBe('2026-11-19');
  expect(dayAt('2026-11-20T03:30:00.000Z')).toBe('2026-11-20');
  // The morning the clocks go forward: 04:30 in Paris is 02:30 UTC.
  expect(dayAt('2026-03-29T02:29:59.000Z')).toBe('2026-03-28');
  expect(dayAt('2026-03-29T02:30:00.000Z')).toBe('2026-03-29');
});
