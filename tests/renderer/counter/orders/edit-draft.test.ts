import { describe, expect, test } from 'vitest';

import type { DraftLine } from '#renderer/counter/draft/draft.ts';
import {
  type Base,
  changedSince,
  operationsOf,
  rebased,
} from '#renderer/counter/orders/edit/edit-draft.ts';

function aLine(lineId: string, part: Partial<DraftLine> = {}): DraftLine {
  return { lineId, productId: 'reine', sizeId: 'm', quantity: 1, changes: [], ...part };
}
const base: Base = { revision: 1, lines: [aLine('1'), aLine('2', { productId: 'diavola' })] };

describe('what an edit sends', () => {
  test('is nothing as long as nothing is changed', () => {
    expect(operationsOf(base, base.lines, 'ab')).toEqual([]);
  });

  test('is one operation for each line that is new, other or gone', () => {
    const lines = [aLine('1', { quantity: 2 }), aLine('1000', { productId: 'thon' })];
    expect(operationsOf(base, lines, 'ab').map(({ kind }) => kind)).toEqual([
      'remove',
      'replace',
      'add',
    ]);
  });

  test('names new lines as no other till would', () => {
    const lines = [...base.lines, aLine('1000')];
    expect(operationsOf(base, lines, 'ab12')).toMatchObject([{ line: { lineId: 'ab121000' } }]);
  });
});

describe('after another till was faster', () => {
  const theirs: Base = {
    revision: 2,
    lines: [aLine('1', { quantity: 3 }), base.lines[1] ?? aLine('2')],
  };

  test('the lines that it changed are named', () => {
    expect(changedSince(base, theirs)).toEqual(['1']);
  });

  test('its lines stand, and one’s own work on the others is kept', () => {
    const mine = [aLine('1', { quantity: 2 }), aLine('1000', { productId: 'thon' })];
    expect(rebased(base, mine, theirs)).toEqual([
      aLine('1', { quantity: 3 }),
      aLine('1000', { productId: 'thon' }),
    ]);
  });

  test('a line that it removed stays removed', () => {
    const without: Base = { revision: 2, lines: [aLine('2', { productId: 'diavola' })] };
    expect(rebased(base, base.lines, without).map(({ lineId }) => lineId)).toEqual(['2']);
    expect(changedSince(base, without)).toEqual(['1']);
  });
});
