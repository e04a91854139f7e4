import { expect, test } from 'vitest';

import { PROFILES, profileOf } from '#hardware/printer/profiles/profiles.ts';

test('the models of the shops are known, by keys that never change', () => {
  expect(Object.keys(PROFILES).sort()).toEqual([
    ...['citizen-ct-s651', 'compatible-58', 'compatible-80', 'epson-tm-l90', 'epson-tm-m30iii'],
    ...['epson-tm-t20iii', 'epson-tm-t88v', 'epson-tm-t88vi', 'epson-tm-u220', 'star-mc-print3'],
    ...['star-tsp143iv', 'star-tsp654', 'sunmi-58', 'sunmi-80'],
  ]);
});

test.each(Object.entries(PROFILES))('%s can print what its profile says', (_id, profile) => {
  expect([32, 42, 48]).toContain(profile.columns);
  expect(profile.candidates).toContainEqual({
    page: profile.codePage,
    number: profile.codeTable,
  });
});

test('a key nobody knows, or one that every object has, is no model', () => {
  expect(profileOf('epson-tm-unknown')).toBeUndefined();
  expect(profileOf('constructor')).toBeUndefined();
});
