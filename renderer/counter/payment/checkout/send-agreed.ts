import type { AskAgain } from '../../draft/use-grants.ts';
import type { PlaceInput } from './kept-sale.ts';
import type { Sender } from './use-sender.ts';

/** A discount, a price, an article given away: more than that is not asked for one order. */
const ASKS_MAX = 5;

/** The same order again, once somebody with the right has agreed to it; they may also go back. */
export async function sendAgreed(
  input: PlaceInput,
  send: Sender['send'],
  askAgain: AskAgain,
): ReturnType<typeof send<'order.place'>> {
  let result = await send('order.place', input);
  for (let asks = 0; asks < ASKS_MAX && result !== undefined && !result.ok; asks += 1) {
    const approval = await askAgain(input.orderId, result.refusal);
    if (approval === undefined) return result;
    result = await send('order.place', { ...input, approval });
  }
  return result;
}
