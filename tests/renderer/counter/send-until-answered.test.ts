import { expect, test } from 'vitest';

import { clientOver, type LinkState } from '#app/contract/contract.ts';
import { storeContract } from '#app/contract/store.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';
import {
  sendUntilAnswered,
  type Unanswered,
} from '#renderer/counter/payment/checkout/send-until-answered.ts';

const ORDER_ID = '01932c4e-7a11-7000-8000-000000000001';

/** A node that gives these answers, one a request, over a link that comes back after each. */
function nodeThatAnswers(answers: readonly (Result<unknown> | Error)[]) {
  const asked: unknown[] = [];
  const client = clientOver(storeContract, {
    request: async (_method, input) => {
      const answer = answers[asked.length] ?? accept({});
      asked.push(input);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    onChanged: () => () => undefined,
    onLink(listener: (state: LinkState) => void) {
      listener({ status: 'down', sinceMs: 0 });
      queueMicrotask(() => listener({ status: 'up' }));
      return () => undefined;
    },
  });
  return { client, asked };
}

function send(client: ReturnType<typeof nodeThatAnswers>['client'], signal?: AbortSignal) {
  const heard: Unanswered[] = [];
  const result = sendUntilAnswered({
    client,
    method: 'order.hand-over',
    input: { orderId: ORDER_ID },
    signal: signal ?? new AbortController().signal,
    onUnanswered: (unanswered) => heard.push(unanswered),
  });
  return { result, heard };
}

test('a command sent while the node was away arrives once it is back, with the same identifier', async () => {
  const { client, asked } = nodeThatAnswers([
    refuse({ code: 'link.down' }),
    refuse({ code: 'link.no-answer' }),
    accept({}),
  ]);
  const { result, heard } = send(client);
  expect((await result).ok).toBe(true);
  expect(asked).toEqual([{ orderId: ORDER_ID }, { orderId: ORDER_ID }, { orderId: ORDER_ID }]);
  expect(heard).toEqual(['never-sent', 'maybe-sent']);
});

test('what may have been carried out stays so, even when the link is down afterwards', async () => {
  const { client } = nodeThatAnswers([
    refuse({ code: 'link.no-answer' }),
    refuse({ code: 'link.down' }),
    accept({}),
  ]);
  const { result, heard } = send(client);
  await result;
  expect(heard).toEqual(['maybe-sent', 'maybe-sent']);
});

test('a node that ends in the middle of a request is asked again', async () => {
  const { client, asked } = nodeThatAnswers([new Error('the node ended'), accept({})]);
  const { result, heard } = send(client);
  expect((await result).ok).toBe(true);
  expect(asked).toHaveLength(2);
  expect(heard).toEqual(['maybe-sent']);
});

test('a refusal of the node is an answer: it is not asked again', async () => {
  const { client, asked } = nodeThatAnswers([refuse({ code: 'order.not-ready' })]);
  const { result } = send(client);
  expect(await result).toEqual({ ok: false, refusal: { code: 'order.not-ready' } });
  expect(asked).toHaveLength(1);
});

test('a command that was given up is not sent again', async () => {
  const controller = new AbortController();
  const { client, asked } = nodeThatAnswers([refuse({ code: 'link.down' })]);
  const { result, heard } = send(client, controller.signal);
  controller.abort();
  expect(await result).toEqual({ ok: false, refusal: { code: 'link.down' } });
  expect(asked).toHaveLength(1);
  expect(heard).toEqual(['never-sent']);
});
