import type { Caller, Input, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Result } from '#app/lib/result.ts';

import { newId } from './order-input.ts';
import { COUNTER, type StoreOfTest } from './store.ts';

type Method = keyof StoreContract;

/** A till of a store, within the process: what it asks is typed, and a refusal it did not expect throws. */
export type Till = {
  readonly ask: <K extends Method>(
    method: K,
    input: Input<StoreContract, K>,
  ) => Promise<Output<StoreContract, K>>;
  /** The code of the refusal; throws where there was none. */
  readonly refused: <K extends Method>(
    method: K,
    input: Input<StoreContract, K>,
  ) => Promise<string>;
  readonly place: (order?: Partial<Input<StoreContract, 'order.place'>>) => Promise<string>;
  readonly detail: (orderId: string) => Promise<Output<StoreContract, 'order.detail'>>;
};

/** The till of a cashier, unless said otherwise. */
export function tillOf(store: Pick<StoreOfTest, 'request'>, caller: Caller = COUNTER): Till {
  async function ask<K extends Method>(method: K, input: Input<StoreContract, K>) {
    // The door answers what the contract says.
    const answer = (await store.request(method, input, caller)) as Result<Output<StoreContract, K>>;
    if (!answer.ok)
      throw new Error(`${method}: ${answer.refusal.code} ${JSON.stringify(answer.refusal.detail)}`);
    return answer.value;
  }
  return {
    ask,
    async refused(method, input) {
      const answer = await store.request(method, input, caller);
      if (answer.ok) throw new Error(`${method} was not refused`);
      return answer.refusal.code;
    },
    /** One medium Reine to take away, paid later. */
    async place(order = {}) {
      const cart = {
        channel: 'counter' as const,
        mode: 'take-away' as const,
        lines: [{ productId: 'reine', sizeId: 'm', quantity: 1, changes: [] }],
        ...order,
      };
      const { orderId = newId(), payment, shownTotalCents, approval, callId, ...asked } = cart;
      const { totalCents } = await ask('order.price', asked);
      await ask('order.place', {
        ...asked,
        orderId,
        shownTotalCents: shownTotalCents ?? totalCents,
        payment: payment ?? { method: 'later' },
        ...(approval === undefined ? {} : { approval }),
        ...(callId === undefined ? {} : { callId }),
      });
      return orderId;
    },
    detail: (orderId) => ask('order.detail', { orderId }),
  };
}
