import { io, type Socket } from 'socket.io-client';

import type { KitchenTicket } from '#app/contract/store.ts';
import { demonstrationMenu } from '#app/demonstration/menu.ts';
import type { Result } from '#app/lib/result.ts';
import { SOFIA } from '#tests/world/people.ts';
import { screenAuth } from '#tests/world/screens.ts';
import { aStore, KITCHEN } from '#tests/world/store.ts';

import { type BenchPage, openBenchPage } from './browser.ts';
import type { Figure } from './measure.ts';
import { orderInput } from './orders.ts';
import { type BarePush, barePush } from './paint-floor.ts';
import { paintFigure, paintSentence, type PaintTimes, repeated } from './paint-summary.ts';
import { type PaintWatch, watchPaints } from './paint-watch.ts';

const REPEATS = 5;
const SAMPLES = 100;
const WARM_UP = 10;
const SLOW = 4;
/** Other orders that lie on the board all the while. */
const TICKETS_ON_BOARD = 4;
/** One frame at 60 Hz, over which the sends are spread so that none keeps step with the screen. */
const FRAME_MS = 16.7;
/** The kitchen screen of 21.5 inches. */
const SCREEN = { width: 1920, height: 1080 };

const PIZZAS = new Set(
  demonstrationMenu.products.filter(({ kind }) => kind === 'pizza').map(({ id }) => id),
);

type Bench = {
  readonly counter: Socket;
  readonly bare: BarePush;
  readonly watch: PaintWatch;
  readonly ticketOf: (orderId: string) => Promise<KitchenTicket>;
};

/**
 * G10: from an order leaving the counter, durable commit included, to its ticket painted on the
 * kitchen screen, against a bare Socket.IO push of the same ticket painted by the same page with
 * plain DOM calls. In turns, on one machine, by one clock.
 */
export async function kitchenPaint(): Promise<Figure> {
  const store = await aStore();
  const counter = io(store.url, {
    transports: ['websocket'],
    auth: screenAuth(store.keys.counter, 'till-bench'),
  });
  const screen = await openBenchPage({
    url: `${store.url}/kitchen/#key=${store.keys.kitchen}`,
    ...SCREEN,
  });
  try {
    await ask(counter, 'staff.sign-in', SOFIA);
    for (let count = 0; count < TICKETS_ON_BOARD; count += 1)
      await ask(counter, 'order.place', orderWithPizza());
    await screen.page
      .locator('[data-order-id]')
      .nth(TICKETS_ON_BOARD - 1)
      .waitFor();
    const watch = await watchPaints(screen.page, {
      selector: '[data-order-id]',
      attribute: 'data-order-id',
    });
    const ticketOf = async (orderId: string) => {
      const board = await store.request('kitchen.board', {}, KITCHEN);
      const { tickets } = (board as { value: { tickets: KitchenTicket[] } }).value;
      const ticket = tickets.find((candidate) => candidate.orderId === orderId);
      if (ticket === undefined) throw new Error(`no ticket ${orderId}`);
      return ticket;
    };
    const bare = await barePush(screen.page);
    const figure = await measure(screen, { counter, bare, watch, ticketOf });
    await bare.close();
    return figure;
  } finally {
    counter.close();
    await screen.close();
    await store.remove();
  }
}

async function measure(screen: BenchPage, bench: Bench): Promise<Figure> {
  await inTurns(bench, WARM_UP);
  const full = await repeated(REPEATS, () => inTurns(bench, SAMPLES));
  await screen.slowDown(SLOW);
  await inTurns(bench, WARM_UP);
  const slow = await inTurns(bench, SAMPLES);
  return paintFigure('kitchen-paint', full, [paintSentence(`${SLOW} × slower`, slow)]);
}

async function inTurns(bench: Bench, samples: number): Promise<PaintTimes> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    await outOfStep(sample);
    const { ms, ticket } = await placeAndPaint(bench);
    ours.push(ms);
    await outOfStep(sample);
    floor.push(await pushAndPaint(bench, ticket));
  }
  return { ours, floor };
}

async function placeAndPaint({ counter, watch, ticketOf }: Bench) {
  const input = orderWithPizza();
  const { orderId } = input;
  const sentAt = nowMs();
  const answered = ask(counter, 'order.place', input);
  const { atMs } = await watch.painted(`+${orderId}`);
  await answered;
  const ticket = await ticketOf(orderId);
  await ask(counter, 'order.start', { orderId });
  await ask(counter, 'order.finish', { orderId });
  await ask(counter, 'order.hand-over', { orderId });
  await watch.painted(`-${orderId}`);
  return { ms: atMs - sentAt, ticket };
}

async function pushAndPaint({ bare, watch }: Bench, ticket: KitchenTicket): Promise<number> {
  const orderId = `floor-${ticket.orderId}`;
  const sentAt = nowMs();
  bare.push({ ...ticket, orderId });
  const { atMs } = await watch.painted(`+${orderId}`);
  await bare.remove(orderId);
  await watch.painted(`-${orderId}`);
  return atMs - sentAt;
}

/** An order of drinks alone never comes to the kitchen. */
function orderWithPizza() {
  for (;;) {
    const input = orderInput();
    if (input.lines.some(({ productId }) => PIZZAS.has(productId))) return input;
  }
}

/** Waits until another part of a frame each time; both sides get the same parts. */
async function outOfStep(sample: number): Promise<void> {
  const waitMs = (FRAME_MS * ((sample * 7) % 16)) / 16;
  await new Promise((resolve) => setTimeout(resolve, 20 + waitMs));
}

/** The clock of this process as the page reads its own: milliseconds since 1970, with fractions. */
function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

async function ask(counter: Socket, method: string, input: unknown): Promise<void> {
  const answer = (await counter
    .timeout(5_000)
    .emitWithAck('request', method, input)) as Result<unknown>;
  if (!answer.ok) throw new Error(`${method} refused: ${answer.refusal.code}`);
}
