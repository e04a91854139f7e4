import { describe, expect, test } from 'vitest';

import { byName, chosenByKey } from '#renderer/ui/session/choose-name.ts';

const person = (firstName: string) => ({ employeeId: firstName.toLowerCase(), firstName });
const TEAM = byName(['Sofia', 'Élodie', 'Hugo', 'Samir', 'Emma'].map(person));

test('the names stand in the order of the alphabet, accents aside, whoever came last', () => {
  expect(TEAM.map(({ firstName }) => firstName)).toEqual([
    'Élodie',
    'Emma',
    'Hugo',
    'Samir',
    'Sofia',
  ]);
});

describe('on the keyboard', () => {
  test('a letter chooses the first name that begins with it, and pressed again the next one', () => {
    expect(chosenByKey(TEAM, undefined, 's')).toBe('samir');
    expect(chosenByKey(TEAM, 'samir', 's')).toBe('sofia');
    expect(chosenByKey(TEAM, 'sofia', 'S')).toBe('samir');
  });

  test('an accent needs no accent', () => {
    expect(chosenByKey(TEAM, undefined, 'e')).toBe('élodie');
    expect(chosenByKey(TEAM, 'élodie', 'e')).toBe('emma');
  });

  test('the arrows go round', () => {
    expect(chosenByKey(TEAM, undefined, 'ArrowRight')).toBe('élodie');
    expect(chosenByKey(TEAM, 'sofia', 'ArrowDown')).toBe('élodie');
    expect(chosenByKey(TEAM, 'élodie', 'ArrowLeft')).toBe('sofia');
    expect(chosenByKey(TEAM, undefined, 'ArrowUp')).toBe('sofia');
  });

  test('a letter of nobody, a digit and any other key choose nobody', () => {
    for (const key of ['z', '1', 'Enter', 'Tab', 'F5'])
      expect(chosenByKey(TEAM, 'emma', key)).toBeUndefined();
    expect(chosenByKey([], undefined, 'ArrowRight')).toBeUndefined();
  });
});
