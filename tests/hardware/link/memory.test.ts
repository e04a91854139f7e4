import { expect, test } from 'vitest';

import { memoryLine, memoryTransport } from '#hardware/link/memory.ts';

import { bytes, heardOn, opened } from './heard.ts';

test('what one end writes the other hears, in order, even if it listens late', async () => {
  const [near, far] = memoryLine();
  await near.write(bytes('one'));
  await near.write(bytes('two'));
  expect(heardOn(far).pieces()).toEqual(['one', 'two']);
});

test('closing is heard by the other end after the last byte, and nothing can be written then', async () => {
  const [near, far] = memoryLine();
  const heard = heardOn(far);
  const own = heardOn(near);
  void near.write(bytes('bye'));
  near.close();
  expect(await heard.over()).toBe('ended');
  expect(heard.text()).toBe('bye');
  expect(await own.over()).toBe('closed');
  expect(await far.write(bytes('x'))).toBe(false);
});

test('a torn line is broken for both', async () => {
  const [near, far] = memoryLine();
  far.tear();
  expect(await heardOn(near).over()).toBe('broken');
  expect(await heardOn(far).over()).toBe('broken');
});

test('each opening of a memory transport gives the device its own far end', async () => {
  let openings = 0;
  const transport = memoryTransport((far) => {
    openings += 1;
    void far.write(bytes(`hello ${openings}`));
  });
  const first = heardOn(await opened(transport));
  const second = heardOn(await opened(transport));
  await first.heard(7);
  await second.heard(7);
  expect([first.text(), second.text()]).toEqual(['hello 1', 'hello 2']);
});
