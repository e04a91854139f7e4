import type { Caller } from '#app/contract/contract.ts';
import { aStore } from '#tests/world/store.ts';
import { anOrderInput } from '#tests/world/order-input.ts';

/**
 * A store node that sells without pause and says, for each order, that it was acknowledged.
 * Started by the test that kills it. `retry` names an order to place first, once more.
 */
const [, , folder = '', retry] = process.argv;
const COUNTER: Caller = { role: 'counter', name: 'counter' };
const say = (message: object) => process.send?.(message);

const node = await aStore({ folder });
say({ ready: true });
for (
  let input = retry === undefined ? anOrderInput() : JSON.parse(retry);
  ;
  input = anOrderInput()
) {
  say({ asking: input });
  const answer = await node.request('order.place', input, COUNTER);
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
  say({ acknowledged: input.orderId });
  await new Promise((resolve) => setImmediate(resolve));
}
