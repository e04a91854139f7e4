import fc from 'fast-check';
import { expect, test } from 'vitest';

import { identityOf } from '#hardware/caller-id/sip/identity.ts';
import {
  headerOf,
  parameterOf,
  responseBytes,
  sequenceOf,
  sipMessageOf,
  type SipRequest,
} from '#hardware/caller-id/sip/message.ts';

/** As an Asterisk sends it; the letters of RFC 3261 §24 where a name is needed. */
const INVITE = [
  'INVITE sip:till@192.168.1.20:5062 SIP/2.0',
  'Via: SIP/2.0/UDP 192.168.1.2:5060;branch=z9hG4bK776asdhds;rport',
  'Via: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bKouter',
  'Max-Forwards: 70',
  'From: "Dupont; Marie" <sip:0612345678@192.168.1.2;user=phone>;tag=1928301774',
  'To: <sip:till@192.168.1.20>',
  'Call-ID: a84b4c76e66710@192.168.1.2',
  'CSeq: 314159 INVITE',
  'Contact: <sip:0612345678@192.168.1.2:5060>',
  'Content-Type: application/sdp',
  'Content-Length: 5',
  '',
  'v=0\r\n',
].join('\r\n');

function request(text: string): SipRequest {
  const message = sipMessageOf(new TextEncoder().encode(text));
  if (message?.kind !== 'request') throw new Error('no request');
  return message;
}

test('an invitation is read with its headers, also in their short form and over two lines', () => {
  const short = INVITE.replace('Via:', 'v:')
    .replace('From:', 'f :')
    .replace('Call-ID:', 'I:')
    .replace('CSeq: 314159 INVITE', 'CSeq: 314159\r\n  INVITE');
  for (const text of [INVITE, short, INVITE.replaceAll('\r\n', '\n')]) {
    const invite = request(text);
    expect(invite.method).toBe('INVITE');
    expect(headerOf(invite, 'call-id')).toBe('a84b4c76e66710@192.168.1.2');
    expect(sequenceOf(invite)).toEqual({ number: 314_159, method: 'INVITE' });
    expect(parameterOf(headerOf(invite, 'from') ?? '', 'tag')).toBe('1928301774');
    expect(parameterOf(headerOf(invite, 'via') ?? '', 'branch')).toBe('z9hG4bK776asdhds');
    expect(parameterOf(headerOf(invite, 'via') ?? '', 'rport')).toBe('');
  }
});

test('an answer brings back what the invitation said, in its order, with our tag', () => {
  const bytes = responseBytes(request(INVITE), {
    ...{ status: 180, phrase: 'Ringing', toTag: 'ours' },
    source: { address: '192.168.1.2', port: 5080 },
  });
  expect(new TextDecoder().decode(bytes)).toBe(
    [
      'SIP/2.0 180 Ringing',
      'Via: SIP/2.0/UDP 192.168.1.2:5060;branch=z9hG4bK776asdhds;rport=5080;received=192.168.1.2',
      'Via: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bKouter',
      'From: "Dupont; Marie" <sip:0612345678@192.168.1.2;user=phone>;tag=1928301774',
      'To: <sip:till@192.168.1.20>;tag=ours',
      'Call-ID: a84b4c76e66710@192.168.1.2',
      'CSeq: 314159 INVITE',
      'Content-Length: 0',
      '',
      '',
    ].join('\r\n'),
  );
});

const FROM = /^From: .*$/m;

test.each([
  ['the caller’s own number', '', { number: '0612345678', isPrivate: false }],
  [
    'what the network asserts, before what the caller says',
    'P-Asserted-Identity: "x" <sip:+33147200001@net;user=phone>, <tel:+33147200001>',
    { number: '+33147200001', isPrivate: false },
  ],
  [
    'a number in a tel address',
    'P-Asserted-Identity: <tel:+33-1-47-20-00-01;phone-context=fr>',
    { number: '+33-1-47-20-00-01', isPrivate: false },
  ],
  [
    'a number with parameters of its own',
    'P-Asserted-Identity: <sip:+33147200001;cpc=ordinary@net>',
    { number: '+33147200001', isPrivate: false },
  ],
  [
    'no number that a caller has put into their name',
    'P-Asserted-Identity: "Chef <sip:0699999999@x> \\" <tel:0688888888>" <sip:+33147200001@net>',
    { number: '+33147200001', isPrivate: false },
  ],
  ['privacy, though the network knows', 'Privacy: id;critical', { isPrivate: true }],
  [
    'the older way to ask for privacy',
    'Remote-Party-ID: <sip:0612345678@net>;party=calling;privacy=full',
    { isPrivate: true },
  ],
])('of an invitation is taken: %s', (_name, header, identity) => {
  const text = header === '' ? INVITE : INVITE.replace('CSeq:', `${header}\r\nCSeq:`);
  expect(identityOf(request(text))).toEqual(identity);
});

test.each([
  ['From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=1', { isPrivate: true }],
  ['From: <sip:anonymous@192.168.1.2>;tag=1', { isPrivate: true }],
  ['From: sip:Anonymous@box.lan;tag=1', { isPrivate: true }],
  ['From: "Four" <sip:102@192.168.1.2>;tag=1', { isPrivate: false }],
  ['From: <sip:%+33@x>;tag=1', { isPrivate: false }],
])('« %s » gives no number', (from, identity) => {
  expect(identityOf(request(INVITE.replace(FROM, from)))).toEqual(identity);
});

test.each([
  ['a keep-alive', '\r\n\r\n'],
  ['a page of the web', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an invitation without a call', INVITE.replace(/^Call-ID:.*$/m, 'X-Nothing: x')],
  ['a line that is no header', INVITE.replace('Max-Forwards: 70', 'Max-Forwards')],
])('%s is no message', (_name, text) => {
  expect(sipMessageOf(new TextEncoder().encode(text))).toBeUndefined();
});

test('whatever arrives, reading it never fails, and nothing of it can add a line to an answer', () => {
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.nat(INVITE.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 30 }))
      .map(([at, cut, put]) =>
        new TextEncoder().encode(INVITE.slice(0, at) + put + INVITE.slice(at + cut)),
      ),
  );
  fc.assert(
    fc.property(noise, (datagram) => {
      const message = sipMessageOf(datagram);
      if (message?.kind !== 'request') return;
      identityOf(message);
      const bytes = responseBytes(message, {
        ...{ status: 100, phrase: 'Trying' },
        source: { address: '192.168.1.2', port: 5060 },
      });
      const vias = message.headers.filter(([name]) => name === 'via').length;
      const lines = new TextDecoder().decode(bytes).split('\r\n');
      expect(lines).toHaveLength(vias + 8);
    }),
    { numRuns: 200 },
  );
});
