import { hashOf } from '#app/journal/entry.ts';

import type { StoreNode } from './store-node.ts';
import { type Disk, saleOf } from './trade.ts';
import type { Violation } from './truth.ts';
import type { World } from './world.ts';

type Row = { origin: string; seq: number; hash: string; parent: string; text: string };
type Books = {
  readonly orders: ReadonlyMap<string, { origin: string; cents: number; paid: number }>;
  readonly entries: readonly Row[];
};

/**
 * I1 no acknowledged order lost. I2 none twice in the figures. I3 an order is whole or absent.
 * I4 the chains verify, without a gap, and say at the centre what they say in the store. I5 the
 * figures equal a recount of the entries. I6 no silent fork, and no false alarm. I9 no store
 * claims that the centre holds what it never did (checked as it reports). I10 nothing is there
 * that no store wrote. Liveness: everything written has arrived, and every store knows.
 */
export function checkInvariants(world: World): readonly Violation[] {
  const centre = readBooks(world.centre.disk.database);
  const stores = world.nodes.map((node) => ({ node, books: readBooks(node.disk.database) }));
  const kept = new Set(stores.flatMap(({ books }) => [...books.orders.keys()]));
  const owed = new Set([...kept, ...world.truth.owedByCentre]);
  return [
    ...lostInStores(world, kept),
    ...[...owed]
      .filter((id) => world.truth.acknowledged.has(id) && !centre.orders.has(id))
      .map((id) => ({ promise: 'I1', what: `${id} is not at the centre` })),
    ...countedTwice(world, centre),
    ...stores.flatMap(({ books }) => brokenOrders(books, () => true)),
    // Of an order that a restored store no longer has, the centre has what had arrived.
    ...brokenOrders(centre, (id) => !world.truth.lostByRestore.has(id) || kept.has(id)),
    ...[centre, ...stores.map(({ books }) => books)].flatMap((books) => brokenChains(world, books)),
    ...stores.flatMap(({ books }) => differences(books, centre)),
    ...wrongFigures(world, centre),
    ...silentForks(world, stores, centre),
    ...centre.entries
      .filter(({ hash }) => !world.truth.written.has(hash))
      .map(({ origin, seq }) => ({ promise: 'I10', what: `nobody wrote ${origin} ${seq}` })),
    ...stores.flatMap(({ node }) => notArrived(node, centre)),
  ];
}

type Store = { readonly node: StoreNode; readonly books: Books };

function readBooks(database: Disk['database']): Books {
  const orders = database
    .prepare<[], { order_id: string; origin: string; cents: number; paid: number }>(
      'select * from sim_order',
    )
    .all();
  return {
    orders: new Map(orders.map(({ order_id, ...row }) => [order_id, row])),
    entries: database
      .prepare<[], Row>('select origin, seq, hash, parent, text from journal order by origin, seq')
      .all(),
  };
}

function lostInStores({ truth }: World, kept: ReadonlySet<string>): readonly Violation[] {
  return [...truth.acknowledged.keys()]
    .filter((id) => !kept.has(id) && !truth.lostByRestore.has(id))
    .map((id) => ({ promise: 'I1', what: `${id} is in no store` }));
}

function countedTwice({ truth }: World, { orders }: Books): readonly Violation[] {
  const intents = [...orders.keys()].map((id) => id.replace(/ again.*$/, ''));
  const twice = intents.filter((intent, index) => intents.indexOf(intent) !== index);
  const wrong = [...orders].filter(([id, order]) => {
    const acknowledged = truth.acknowledged.get(id);
    return acknowledged !== undefined && acknowledged.cents !== order.cents;
  });
  return [
    ...twice.map((intent) => ({ promise: 'I2', what: `${intent} counts twice` })),
    ...wrong.map(([id]) => ({ promise: 'I2', what: `${id} counts for another amount` })),
  ];
}

function brokenOrders({ orders }: Books, isOwed: (id: string) => boolean): readonly Violation[] {
  return [...orders]
    .filter(([id, order]) => isOwed(id) && order.paid !== order.cents)
    .map(([id]) => ({ promise: 'I3', what: `${id} is there in part` }));
}

function brokenChains({ protocol }: World, { entries }: Books): readonly Violation[] {
  const hashes = new Set(entries.map((entry) => `${entry.origin} ${entry.seq} ${entry.hash}`));
  return entries
    .filter(({ origin, seq, hash, parent, text }) => {
      const follows = seq === 1 ? parent === '' : hashes.has(`${origin} ${seq - 1} ${parent}`);
      return !follows || hashOf(protocol.sha256, parent, text) !== hash;
    })
    .map(({ origin, seq }) => ({ promise: 'I4', what: `${origin} ${seq} does not verify` }));
}

function differences(store: Books, centre: Books): readonly Violation[] {
  const texts = new Map(centre.entries.map(({ hash, text }) => [hash, text]));
  return store.entries
    .filter(({ hash, text }) => (texts.get(hash) ?? text) !== text)
    .map(({ origin, seq }) => ({ promise: 'I4', what: `${origin} ${seq} says two things` }));
}

function wrongFigures({ centre }: World, { entries }: Books): readonly Violation[] {
  const counted = new Map<string, { orders: number; cents: number }>();
  const seen = new Set<string>();
  for (const { origin, text } of entries) {
    const sale = saleOf({ content: JSON.parse(text) });
    if (sale.type !== 'order.placed' || seen.has(sale.data.orderId)) continue;
    seen.add(sale.data.orderId);
    const { orders, cents } = counted.get(origin) ?? { orders: 0, cents: 0 };
    counted.set(origin, { orders: orders + 1, cents: cents + sale.data.cents });
  }
  const rows = centre.disk.database
    .prepare<[], { origin: string; orders: number; cents: number }>('select * from sim_takings')
    .all();
  const shown = new Map(rows.map((row) => [row.origin, row]));
  return [...new Set([...counted.keys(), ...shown.keys()])]
    .filter((origin) => {
      const [is, has] = [shown.get(origin), counted.get(origin)];
      return is?.orders !== has?.orders || is?.cents !== has?.cents;
    })
    .map((origin) => ({ promise: 'I5', what: `the figures of ${origin} are not its entries` }));
}

function silentForks(
  { truth, centre }: World,
  stores: readonly Store[],
  { entries }: Books,
): readonly Violation[] {
  const places = new Map<string, Set<string>>();
  for (const { origin, seq, hash } of entries) {
    const place = `${origin} ${seq}`;
    places.set(place, (places.get(place) ?? new Set()).add(hash));
  }
  const forked = new Set<string>();
  for (const entry of [...entries, ...stores.flatMap(({ books }) => books.entries)]) {
    const others = places.get(`${entry.origin} ${entry.seq}`);
    if (others !== undefined && [...others].some((hash) => hash !== entry.hash))
      forked.add(entry.origin);
  }
  const isAlarmed = (origin: string) => truth.alarmed.has(origin) || centre.hasAlarm(origin);
  const origins = [...new Set(stores.map(({ node }) => node.origin))];
  return [
    ...[...forked]
      .filter((origin) => !isAlarmed(origin))
      .map((origin) => ({ promise: 'I6', what: `${origin} forked and nobody was told` })),
    ...origins
      .filter((origin) => isAlarmed(origin) && !truth.doubled.has(origin))
      .map((origin) => ({ promise: 'I6', what: `false alarm about ${origin}` })),
  ];
}

function notArrived({ origin, journal, state }: StoreNode, centre: Books): readonly Violation[] {
  const head = journal.head();
  const isHeld =
    head.seq === 0 ||
    centre.entries.some((entry) => entry.origin === origin && entry.hash === head.hash);
  if (!isHeld) return [{ promise: 'liveness', what: `${origin} ${head.seq} has not arrived` }];
  if (state.knownSeq === head.seq) return [];
  return [{ promise: 'liveness', what: `${origin} does not know that all has arrived` }];
}
