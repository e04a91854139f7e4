import { afterEach, describe, expect, test } from 'vitest';

import { aPrintingStore, anOrder, type Place, type PrintingWorld } from './world.ts';

const TILL: Place = { id: 'caisse', roles: ['receipt'] };
const KITCHEN: Place = { id: 'cuisine', roles: ['kitchen'] };
const LABELS: Place = { id: 'étiquettes', roles: ['label'] };

let world: PrintingWorld;
afterEach(() => world.remove());

function texts(id: string): string[] {
  return world
    .virtual(id)
    .receipts()
    .map(({ text }) => text.replaceAll('\u00a0', ' '))
    .reverse();
}

function states() {
  return expect.poll(() => world.states());
}

describe('the kitchen’s paper', () => {
  test('comes out as an order is placed, with what is changed and without the drinks', async () => {
    world = await aPrintingStore([TILL, KITCHEN, LABELS]);
    world.append(anOrder(world, 'A'));
    await states().toEqual(['box-labels 0 printed', 'kitchen-slip 0 printed']);
    const [slip = ''] = texts('cuisine');
    expect(slip).toContain('N° 42');
    expect(slip).toContain('Pour 19:20');
    expect(slip).toContain('2 × Reine Moyenne');
    expect(slip).toContain('+ Olives');
    expect(slip).toContain('SANS oignon');
    expect(slip).not.toContain('Coca');
    expect(slip).not.toContain('RÉIMPRESSION');
    expect(texts('caisse')).toEqual([]);
  });

  test('of an order for another day says that day, by its date', async () => {
    world = await aPrintingStore([KITCHEN]);
    const placed = anOrder(world, 'A');
    const promisedAt = '2026-11-28T11:30:00.000Z';
    world.database().prepare('update orders set promised_at = ?').run(promisedAt);
    world.append(placed);
    await expect.poll(() => texts('cuisine')).toHaveLength(1);
    expect(texts('cuisine')[0]).toContain('Pour sam. 28 nov. 12:30');
  });

  test('has a label for each box', async () => {
    world = await aPrintingStore([TILL, LABELS]);
    world.append(anOrder(world, 'A'));
    await expect.poll(() => texts('étiquettes')).toHaveLength(2);
    const [first = '', second = ''] = texts('étiquettes');
    expect(first).toContain('Pizza 1/2 · À emporter · 19:20');
    expect(second).toContain('Pizza 2/2');
    expect(second).toContain('SANS oignon');
    expect(second).toContain('Allergènes : gluten, lait');
  });

  test('is not made in a store that has no printer for it', async () => {
    world = await aPrintingStore([TILL]);
    world.append(anOrder(world, 'A'));
    world.askForReceipt('A');
    world.nudge();
    await states().toEqual(['receipt 0 printed']);
  });

  test('is not made of what was sold before there was a printer for it', async () => {
    world = await aPrintingStore([KITCHEN]);
    await world.close();
    await world.open();
    world.append(anOrder(world, 'A'));
    await states().toEqual(['kitchen-slip 0 printed']);
    world.database().exec("delete from cursor where reader = 'kitchen-paper'");
    world.database().exec('delete from print_job');
    await world.close();
    await world.open();
    expect(world.states()).toEqual([]);
  });

  test('of an order placed while the printing was down comes out once it is up', async () => {
    world = await aPrintingStore([KITCHEN]);
    world.append(anOrder(world, 'A'));
    await states().toEqual(['kitchen-slip 0 printed']);
    world.database().exec('update cursor set seq = 0; delete from print_job');
    await world.close();
    await world.open();
    await states().toEqual(['kitchen-slip 0 printed']);
  });

  test('of an order changed or cancelled says so', async () => {
    world = await aPrintingStore([KITCHEN]);
    const placed = anOrder(world, 'A');
    world.append(placed);
    await states().toEqual(['kitchen-slip 0 printed']);
    world.append({ type: 'order.edited', data: { orderId: 'A', revision: 2, difference: {} } });
    await expect.poll(() => texts('cuisine')).toHaveLength(2);
    expect(texts('cuisine')[1]).toContain('MODIFIÉE');
    world.database().exec("update orders set status = 'cancelled'");
    world.append({ type: 'order.cancelled', data: { orderId: 'A', reason: 'client' } });
    await expect.poll(() => texts('cuisine')).toHaveLength(3);
    expect(texts('cuisine')[2]).toContain('ANNULÉE');
  });

  test('goes to the till when the kitchen’s printer is out, and only then', async () => {
    world = await aPrintingStore([TILL, KITCHEN]);
    await world.virtual('cuisine').setFault({ kind: 'off' });
    world.append(anOrder(world, 'A'));
    await states().toEqual(['kitchen-slip 0 queued']);
    expect(texts('caisse')).toEqual([]);
    world.pass(11_000);
    world.nudge();
    await states().toEqual(['kitchen-slip 0 printed']);
    expect(texts('caisse')[0]).toContain('Reine Moyenne');
  });
});

describe('what may have come out', () => {
  test('of a slip is printed again, marked; of a receipt never', async () => {
    world = await aPrintingStore([TILL, KITCHEN]);
    await world.virtual('cuisine').setFault({ kind: 'cutter' });
    await world.virtual('caisse').setFault({ kind: 'cutter' });
    world.append(anOrder(world, 'A'));
    world.askForReceipt('A');
    world.nudge();
    await expect
      .poll(() => world.states().filter((state) => state.includes(' 0 ')))
      .toEqual(['kitchen-slip 0 unknown', 'receipt 0 unknown']);
    await world.virtual('cuisine').setFault({ kind: 'none' });
    await world.virtual('caisse').setFault({ kind: 'none' });
    await expect.poll(() => world.states().at(-2)).toMatch(/^kitchen-slip [12] printed$/);
    expect(texts('cuisine').at(-1)).toContain('RÉIMPRESSION');
    await expect.poll(() => texts('caisse')).toHaveLength(1);
    expect(world.states()).toContain('receipt 0 unknown');
  });

  test('when the power went is treated the same', async () => {
    world = await aPrintingStore([TILL, KITCHEN]);
    await world.virtual('cuisine').setFault({ kind: 'off' });
    await world.virtual('caisse').setFault({ kind: 'off' });
    world.append(anOrder(world, 'A'));
    world.askForReceipt('A');
    world.nudge();
    await states().toEqual(['kitchen-slip 0 queued', 'receipt 0 queued']);
    await world.close();
    await world.open();
    await states().toEqual(['kitchen-slip 0 queued', 'receipt 0 queued']);
    await world.close();
    await world.virtual('cuisine').setFault({ kind: 'none' });
    await world.virtual('caisse').setFault({ kind: 'none' });
    await world.open();
    await states().toEqual(['kitchen-slip 0 printed', 'receipt 0 printed']);
  });
});

test('a job that was on its way in the power cut is unknown, and a slip is printed again', async () => {
  world = await aPrintingStore([TILL, KITCHEN]);
  world.append(anOrder(world, 'A'));
  world.askForReceipt('A');
  world.nudge();
  await states().toEqual(['kitchen-slip 0 printed', 'receipt 0 printed']);
  world.database().exec("update print_job set state = 'sending'");
  await world.close();
  await world.open();
  await states().toEqual(['kitchen-slip 0 unknown', 'kitchen-slip 1 printed', 'receipt 0 unknown']);
});

test('a printer that is out holds up no other', async () => {
  world = await aPrintingStore([TILL, KITCHEN]);
  await world.virtual('cuisine').setFault({ kind: 'off' });
  world.append(anOrder(world, 'A'));
  for (const copy of [0, 1, 2]) world.askForReceipt('A', copy);
  world.nudge();
  await states().toEqual([
    'kitchen-slip 0 queued',
    'receipt 0 printed',
    'receipt 1 printed',
    'receipt 2 printed',
  ]);
});

test('a thousand receipts come out in order, at the printer’s pace, without growing the memory', async () => {
  world = await aPrintingStore([TILL]);
  const printed: string[] = [];
  let last = 0;
  world.virtual('caisse').onChange(() => {
    const [newest] = world.virtual('caisse').receipts();
    if (newest === undefined || newest.id === last) return;
    last = newest.id;
    printed.push(newest.text.trim());
  });
  const asked = Array.from({ length: 1_000 }, (_order, number) => `n° ${number}`);
  const fill = world.database().transaction(() => {
    for (const id of asked) world.askForReceipt(id);
  });
  fill();
  const startedAt = performance.now();
  world.nudge();
  await expect.poll(() => printed.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(100);
  const heapAtStart = process.memoryUsage().heapUsed;
  await expect.poll(() => printed.length, { timeout: 30_000, interval: 20 }).toBe(1_000);
  const tookMs = performance.now() - startedAt;
  expect(printed.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(
    asked.map((id) => `Reçu ${id}`),
  );
  expect(tookMs).toBeLessThan(30_000);
  const grownMiB = (process.memoryUsage().heapUsed - heapAtStart) / 1_048_576;
  expect(grownMiB).toBeLessThan(64);
});
