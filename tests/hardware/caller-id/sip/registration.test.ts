import { expect, test } from 'vitest';

import {
  headerOf,
  sipMessageOf,
  type SipRequest,
  type SipResponse,
} from '#hardware/caller-id/sip/message.ts';
import { Registration, type RegistrationEnd } from '#hardware/caller-id/sip/registration.ts';

import { manualTimers } from '../../manual-timers.ts';

function register(password: string | undefined = 'secret') {
  const timers = manualTimers();
  const sent: SipRequest[] = [];
  const ends: RegistrationEnd[] = [];
  let registered = 0;
  const registration = new Registration({
    ...{ user: 'till', password, registrar: 'box.lan', local: '192.168.1.20:5062', timers },
    send(bytes) {
      const message = sipMessageOf(bytes);
      if (message?.kind === 'request') sent.push(message);
    },
    onRegistered() {
      registered += 1;
    },
    onEnd: (why) => ends.push(why),
  });
  /** The exchange answers the last REGISTER. */
  const answer = (status: number, ...headers: readonly (readonly [string, string])[]): void => {
    const last = sent.at(-1);
    const response: SipResponse = {
      ...{ kind: 'response', status },
      headers: [...(last?.headers ?? []).filter(([name]) => name !== 'contact'), ...headers],
    };
    registration.receive(response);
  };
  return { timers, sent, ends, answer, registration, registered: () => registered };
}

const CHALLENGE = ['www-authenticate', 'Digest realm="oc", nonce="n1", qop="auth"'] as const;

function headerIn(request: SipRequest | undefined, name: string): string | undefined {
  return request === undefined ? undefined : headerOf(request, name);
}

function sequences(sent: readonly SipRequest[]): readonly string[] {
  return sent.map((request) => headerOf(request, 'cseq') ?? '');
}

test('a till says where it is, proves who it is, and says it again before it is forgotten', async () => {
  const { timers, sent, answer, registered } = register();
  expect(headerIn(sent[0], 'contact')).toBe('<sip:till@192.168.1.20:5062>;expires=300');
  answer(401, CHALLENGE);
  expect(headerIn(sent[1], 'authorization')).toContain('nc=00000001');
  answer(200, [
    'contact',
    '<sip:till@192.168.1.30:5060>;expires=9, <sip:till@192.168.1.20:5062>;expires=60',
  ]);
  expect(registered()).toBe(1);
  await timers.pass(44_000);
  expect(sent).toHaveLength(2);
  await timers.pass(2_000);
  expect(sequences(sent.slice(0, 3))).toEqual(['1 REGISTER', '2 REGISTER', '3 REGISTER']);
  expect(headerIn(sent[2], 'authorization')).toContain('nc=00000002');
});

test('a datagram that got lost is sent again, and silence is told after 32 seconds', async () => {
  const { timers, sent, ends } = register();
  await timers.pass(31_000);
  expect(sent.length).toBeGreaterThan(8);
  expect(new Set(sequences(sent))).toEqual(new Set(['1 REGISTER']));
  expect(ends).toEqual([]);
  await timers.pass(1_000);
  expect(ends).toEqual(['silent']);
  const before = sent.length;
  await timers.pass(600_000);
  expect(sent).toHaveLength(before);
});

test('a password that was just refused is not tried again', () => {
  const { sent, ends, answer } = register();
  answer(401, CHALLENGE);
  answer(401, CHALLENGE);
  expect(ends).toEqual(['refused']);
  expect(sent).toHaveLength(2);
});

test('a question that was only too old is answered again', () => {
  const { sent, ends, answer } = register();
  answer(401, CHALLENGE);
  answer(401, ['www-authenticate', 'Digest realm="oc", nonce="n2", qop="auth", stale=true']);
  expect(ends).toEqual([]);
  expect(headerIn(sent[2], 'authorization')).toContain('nonce="n2"');
});

test('a proxy is answered as a proxy', () => {
  const { sent, answer } = register();
  answer(407, ['proxy-authenticate', 'Digest realm="oc", nonce="n1"']);
  expect(headerIn(sent[1], 'proxy-authorization')).toContain('nonce="n1"');
  expect(headerIn(sent[1], 'authorization')).toBeUndefined();
});

test('an exchange that wants us to stay longer is obeyed', () => {
  const { sent, ends, answer } = register();
  answer(423, ['min-expires', '600']);
  expect(headerIn(sent[1], 'expires')).toBe('600');
  answer(423, ['min-expires', '600']);
  expect(ends).toEqual(['failed']);
});

test.each([
  [403, 'refused'],
  [404, 'refused'],
  [503, 'failed'],
] as const)('an exchange that answers %i has %s us', (status, why) => {
  const { ends, answer } = register();
  answer(status);
  expect(ends).toEqual([why]);
});

test('answers to somebody else, or to what we said before, change nothing', () => {
  const { sent, ends, registration, registered, answer } = register();
  const headers = sent[0]?.headers ?? [];
  const others = headers.map(([name, value]) =>
    name === 'call-id' ? ([name, 'another'] as const) : ([name, value] as const),
  );
  registration.receive({ kind: 'response', status: 200, headers: others });
  answer(401, CHALLENGE);
  registration.receive({ kind: 'response', status: 403, headers });
  expect(registered()).toBe(0);
  expect(ends).toEqual([]);
});
