import { expect, test } from 'vitest';

import { playScript, scriptOf } from '#hardware/virtual/shop/script.ts';

const LINES = `
# the paper runs out in the middle of a service
0    printer   fault paper-end
12   phone     end            # hangs up
4,5  printer   fault none
8.25 phone     call  06 39 98 00 01
`;

test('a script is read line by line, in the order of its times', () => {
  const script = scriptOf(LINES);
  expect(script).toEqual({
    status: 'read',
    steps: [
      { atMs: 0, device: 'printer', action: 'fault', value: 'paper-end' },
      { atMs: 4_500, device: 'printer', action: 'fault', value: 'none' },
      { atMs: 8_250, device: 'phone', action: 'call', value: '06 39 98 00 01' },
      { atMs: 12_000, device: 'phone', action: 'end', value: '' },
    ],
  });
});

test('a line that cannot be read is named with its number', () => {
  expect(scriptOf('0 printer fault none\nsoon printer off')).toMatchObject({
    status: 'unreadable',
    sentence: expect.stringContaining('Ligne 2'),
  });
});

async function played(lines: string, abortAfter = Infinity) {
  const script = scriptOf(lines);
  if (script.status === 'unreadable') throw new Error(script.sentence);
  const closing = new AbortController();
  const waits: number[] = [];
  const said: string[] = [];
  await playScript(script.steps, {
    act: (device, action) => Promise.resolve(action === 'burn' ? `${device} cannot` : undefined),
    wait(ms) {
      waits.push(ms);
      if (waits.length > abortAfter) closing.abort();
      return Promise.resolve();
    },
    say: (sentence) => said.push(sentence),
    signal: closing.signal,
  });
  return { waits, said };
}

test('each step is done at its time, and what cannot be done is said and passed over', async () => {
  expect(await played('2 oven burn\n3 printer fault off\n3 phone end')).toEqual({
    waits: [2_000, 1_000],
    said: ['oven cannot', 'printer\u202f: fault off', 'phone\u202f: end'],
  });
});

test('a script that is broken off does no further step', async () => {
  expect((await played('1 phone end\n2 phone end\n3 phone end', 1)).said).toHaveLength(1);
});
