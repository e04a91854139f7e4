import { expect, test } from 'vitest';

import { authorizationOf, challengeOf } from '#hardware/caller-id/sip/digest.ts';

function answer(header: string, use: Partial<Parameters<typeof authorizationOf>[1]>) {
  const challenge = challengeOf(header);
  if (challenge === undefined) throw new Error('no challenge');
  return authorizationOf(challenge, {
    ...{ user: 'Mufasa', password: 'Circle of Life', method: 'GET', uri: '/dir/index.html' },
    ...{ count: 1, clientNonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ' },
    ...use,
  });
}

test('the examples of RFC 7616 come out right', () => {
  const rest =
    'realm="http-auth@example.org", qop="auth, auth-int", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"' +
    ', nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"';
  expect(answer(`Digest ${rest}, algorithm=SHA-256`, {})).toContain(
    'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"',
  );
  const md5 = answer(`Digest ${rest}, algorithm=MD5`, {});
  expect(md5).toContain('response="8ca523f5e9506fed4657c9700eebdbec"');
  expect(md5).toContain('opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"');
  expect(md5).toContain(
    'qop=auth, nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"',
  );
});

test('the example of RFC 2617 comes out right', () => {
  const header =
    'Digest realm="testrealm@host.com",qop="auth,auth-int",nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"';
  const use = { password: 'Circle Of Life', clientNonce: '0a4f113b' };
  expect(answer(header, use)).toContain('response="6629fae49393a05397450978507c4ef1"');
});

test.each([
  ['another scheme', 'Basic realm="x"'],
  ['an algorithm we do not speak', 'Digest realm="x", nonce="y", algorithm=SHA-512'],
  ['a seal over the body', 'Digest realm="x", nonce="y", qop="auth-int"'],
  ['no nonce', 'Digest realm="x"'],
])('%s cannot be answered', (_name, header) => {
  expect(challengeOf(header)).toBeUndefined();
});
