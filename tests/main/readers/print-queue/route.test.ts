import { describe, expect, test } from 'vitest';

import type { PrinterRole } from '#hardware/configuration.ts';
import { type RoutedPrinter, routeOf } from '#main/readers/print-queue/route.ts';

const NOW = '2026-11-22T19:00:00.000Z';
const LONG_AGO = '2026-11-22T18:59:00.000Z';
const JUST_NOW = '2026-11-22T18:59:57.000Z';

function printer(
  id: string,
  roles: readonly PrinterRole[],
  status: RoutedPrinter['state']['status'] = 'ready',
  since = LONG_AGO,
): RoutedPrinter {
  return { id, roles, state: { status, since } };
}

const till = printer('caisse 1', ['receipt']);
const otherTill = printer('caisse 2', ['receipt']);
const kitchen = printer('cuisine', ['kitchen']);
const labels = printer('étiquettes', ['label']);
const broken = (of: RoutedPrinter, since = LONG_AGO) => printer(of.id, of.roles, 'trouble', since);

describe('with all printers working', () => {
  test.each<readonly [PrinterRole, string]>([
    ['receipt', 'caisse 1'],
    ['kitchen', 'cuisine'],
    ['label', 'étiquettes'],
  ])('a %s comes out at %s', (role, id) => {
    expect(routeOf(role, [otherTill, till, kitchen, labels].reverse(), NOW)).toBe(id);
  });

  test('a printer may have several roles', () => {
    const only = printer('seule', ['receipt', 'kitchen', 'label']);
    expect(routeOf('label', [only], NOW)).toBe('seule');
  });
});

describe('with a printer out of work', () => {
  test.each<readonly [string, PrinterRole, readonly RoutedPrinter[], string]>([
    ['a receipt goes to the kitchen', 'receipt', [broken(till), otherTill, kitchen], 'cuisine'],
    [
      'a receipt goes to the other till when the kitchen is out too',
      'receipt',
      [broken(till), otherTill, broken(kitchen)],
      'caisse 2',
    ],
    ['a slip goes to the till', 'kitchen', [till, broken(kitchen)], 'caisse 1'],
    ['a label goes to the kitchen first', 'label', [till, kitchen, broken(labels)], 'cuisine'],
    ['a slip goes to the till of a store without a kitchen printer', 'kitchen', [till], 'caisse 1'],
  ])('%s', (_name, role, printers, id) => {
    expect(routeOf(role, printers, NOW)).toBe(id);
  });

  test('a cover opened a moment ago sends nothing elsewhere', () => {
    expect(routeOf('kitchen', [till, broken(kitchen, JUST_NOW)], NOW)).toBe('cuisine');
  });

  test('with none working it waits for its own', () => {
    expect(routeOf('kitchen', [broken(till), broken(kitchen)], NOW)).toBe('cuisine');
  });

  test('a busy printer is a working one', () => {
    expect(routeOf('receipt', [printer('caisse 1', ['receipt'], 'busy'), kitchen], NOW)).toBe(
      'caisse 1',
    );
  });
});

test('a store without printers has nowhere to print', () => {
  expect(routeOf('receipt', [], NOW)).toBeUndefined();
  expect(routeOf('receipt', [labels], NOW)).toBeUndefined();
});
