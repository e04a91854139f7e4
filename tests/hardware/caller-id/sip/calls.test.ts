import { expect, test } from 'vitest';

import { type SipAnswer, SipCalls } from '#hardware/caller-id/sip/calls.ts';
import type { SipRequest } from '#hardware/caller-id/sip/message.ts';

import { manualTimers } from '../../manual-timers.ts';

function aPhone() {
  const timers = manualTimers();
  const told: string[] = [];
  const answers: number[] = [];
  const tags = new Set<string>();
  const calls = new SipCalls({
    timers,
    tell: ({ kind, sourceCallId }) => told.push(`${kind} ${sourceCallId}`),
  });
  const reply = ({ status, toTag }: SipAnswer): void => {
    answers.push(status);
    if (toTag !== undefined) tags.add(toTag);
  };
  const receive = (method: string, callId = 'c-1', more: SipRequest['headers'] = []): void =>
    calls.receive(
      {
        ...{ kind: 'request', method, uri: 'sip:till@192.168.1.20' },
        headers: [
          ['via', `SIP/2.0/UDP 192.168.1.2;branch=z9hG4bK${callId}`],
          ['from', '<sip:0612345678@192.168.1.2>;tag=1'],
          ['to', '<sip:till@192.168.1.20>'],
          ['call-id', callId],
          ['cseq', `1 ${method}`],
          ...more,
        ],
      },
      reply,
    );
  return { timers, told, answers, tags, calls, receive };
}

test('an invitation that comes again is the same call, answered the same', () => {
  const { told, answers, tags, receive } = aPhone();
  receive('INVITE');
  receive('INVITE');
  expect(told).toEqual(['ringing c-1']);
  expect(answers).toEqual([100, 180, 100, 180]);
  expect(tags.size).toBe(1);
});

test('the last word of a call is said until the exchange has heard it', async () => {
  const { timers, told, answers, receive } = aPhone();
  receive('INVITE');
  receive('CANCEL');
  await timers.pass(2_000);
  expect(answers).toEqual([100, 180, 200, 487, 487, 487]);
  receive('ACK');
  await timers.pass(60_000);
  expect(answers).toHaveLength(6);
  expect(told).toEqual(['ringing c-1', 'ended c-1']);
  expect(timers.waiting()).toBe(0);
});

test('an exchange that never confirms is not told for ever', async () => {
  const { timers, answers, receive } = aPhone();
  receive('INVITE');
  receive('CANCEL');
  await timers.pass(600_000);
  expect(answers.filter((status) => status === 487)).toHaveLength(10);
  expect(timers.waiting()).toBe(0);
});

test('a telephone that rings for three minutes gives the call back', async () => {
  const { timers, told, answers, receive } = aPhone();
  receive('INVITE');
  await timers.pass(180_000);
  expect(told).toEqual(['ringing c-1', 'ended c-1']);
  expect(answers.at(-1)).toBe(480);
});

test('whoever answered elsewhere answered; whoever gave up did not', () => {
  const { told, receive } = aPhone();
  for (const id of ['c-1', 'c-2', 'c-3']) receive('INVITE', id);
  receive('CANCEL', 'c-1', [['reason', 'SIP;cause=200;text="Call completed elsewhere"']]);
  receive('CANCEL', 'c-2', [['reason', 'Q.850;cause=16']]);
  receive('BYE', 'c-3');
  expect(told.slice(3)).toEqual(['answered c-1', 'ended c-2', 'ended c-3']);
});

test('a call that we do not know is told so, and a question is answered', () => {
  const { answers, told, receive } = aPhone();
  for (const method of ['CANCEL', 'BYE', 'ACK', 'OPTIONS', 'SUBSCRIBE']) receive(method, 'x');
  expect(answers).toEqual([481, 481, 200, 405]);
  expect(told).toEqual([]);
});

test('a flood of calls does not fill the memory, and none is answered', () => {
  const { answers, told, calls, receive } = aPhone();
  for (let count = 0; count < 1_000; count += 1) receive('INVITE', `c-${count}`);
  expect(told).toHaveLength(16);
  expect(answers.filter((status) => status === 486)).toHaveLength(984);
  expect(answers).not.toContain(200);
  calls.end();
  expect(told.filter((one) => one.startsWith('ended'))).toHaveLength(16);
});
