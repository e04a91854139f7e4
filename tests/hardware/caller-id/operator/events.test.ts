import fc from 'fast-check';
import { expect, test } from 'vitest';

import { pollOf, webhookCallOf } from '#hardware/caller-id/operator/events.ts';

const CALL = { sourceCallId: 'c-1', number: '+33612345678', isPrivate: false };

test.each([
  [
    'Ringover',
    {
      resource: 'call',
      event: 'ringing',
      data: { call_id: 'c-1', direction: 'inbound', from_number: '+33612345678' },
    },
    { ...CALL, kind: 'ringing' },
  ],
  [
    'an exchange that speaks of calls started',
    { event: 'call.started', call: { id: 'c-1', direction: 'inbound', from: '+33612345678' } },
    { ...CALL, kind: 'ringing' },
  ],
  [
    '3CX with a webhook add-on',
    { event: 'ringing', callerid: '33612345678', user: '102', usertype: 'ext', id: 'c-1' },
    { ...CALL, number: '33612345678', kind: 'ringing' },
  ],
  [
    'Voys',
    { call_id: 'c-1', status: 'ringing', direction: 'inbound', caller: { number: '+33612345678' } },
    { ...CALL, kind: 'ringing' },
  ],
  [
    'Ringotel',
    {
      method: 'StartCallActivity',
      params: { activity_type: 'inbound', caller_number: '33612345678', call_id: 'c-1' },
    },
    { ...CALL, number: '33612345678', kind: 'ringing' },
  ],
  [
    'a form with numbers as numbers',
    { event_type: 'hangup', call_uuid: 'c-1', caller_id_number: 33612345678 },
    { ...CALL, number: '33612345678', kind: 'ended' },
  ],
  [
    'an answered call',
    { event: 'CALL_ANSWERED', call_id: 'c-1', from: 'sip:+33612345678@net' },
    { ...CALL, kind: 'answered' },
  ],
])('%s is understood', (_name, body, call) => {
  expect(webhookCallOf(body)).toEqual(call);
});

test.each([
  [{ event: 'ringing', call_id: 'c-1', from: 'anonymous' }],
  [{ event: 'ringing', call_id: 'c-1', from: 'Anonyme' }],
  [{ event: 'ringing', call_id: 'c-1', from: '', data: { is_anonymous: true } }],
])('%o is a withheld number', (body) => {
  expect(webhookCallOf(body)).toMatchObject({ kind: 'ringing', isPrivate: true });
  expect(webhookCallOf(body)?.number).toBeUndefined();
});

test.each([
  ['a call that goes out', { event: 'ringing', call_id: 'c-1', direction: 'outbound', from: '1' }],
  ['a call within the shop', { event: 'ringing', call_id: 'c-1', direction: 'internal' }],
  ['an event that is no call', { event: 'recording_ready', call_id: 'c-1' }],
  ['a call without a name', { event: 'ringing', from: '+33612345678' }],
  ['a list', [{ event: 'ringing', call_id: 'c-1' }]],
  ['nothing', null],
])('%s is left aside', (_name, body) => {
  expect(webhookCallOf(body)).toBeUndefined();
});

const OVH = {
  Session: 's-2',
  Events: [
    {
      Event: 'start_ringing',
      Ressource: '0033170000001',
      Data: { CallId: 'c-1', Calling: '0033612345678', Called: '0033170000001' },
    },
    { Event: 'registered', Ressource: '0033170000001', Data: { CallId: 'r' } },
    {
      Event: 'start_ringing',
      Ressource: '0033170000001',
      Data: { CallId: 'out', Calling: '0033170000001', Called: '0033612345678' },
    },
    {
      Event: 'start_ringing',
      Ressource: '0033170000001',
      Data: { CallId: 'c-2', Calling: 'anonymous' },
    },
    { Event: 'start_calling', Ressource: 'x', Data: { CallId: 'c-1', Calling: '0033612345678' } },
    { Event: 'end_calling', Ressource: 'x', Data: { CallId: 'c-1' } },
    { Event: 'member-queue-start', Data: { QueueMemberUUID: 'q-1', Calling: '0033612345678' } },
  ],
};

test('the events of a line are read: who calls in, not who is called', () => {
  expect(pollOf(OVH)?.session).toBe('s-2');
  expect(pollOf(OVH)?.calls.map(({ kind, sourceCallId }) => `${kind} ${sourceCallId}`)).toEqual([
    'ringing c-1',
    'ringing c-2',
    'answered c-1',
    'ended c-1',
    'ringing q-1',
  ]);
  expect(pollOf(OVH)?.calls[1]).toMatchObject({ isPrivate: true });
});

test('whatever an operator sends, reading it never fails', () => {
  const name = fc.constantFrom(
    'event',
    'Event',
    'Events',
    'Data',
    'data',
    'call_id',
    'CallId',
    'from',
  );
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('ringing', 'start_ringing', 'anonymous', '+33612345678', '', null, 1, true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 5 }),
    ),
  })).value;
  fc.assert(
    fc.property(json, (body) => {
      const call = webhookCallOf(body);
      if (call !== undefined) expect(call.sourceCallId).not.toBe('');
      pollOf(body);
      pollOf({ Events: body });
    }),
    { numRuns: 500 },
  );
});
