import { describe, expect, test } from 'vitest';

import { afterPrint, type DocumentKind, DOCUMENTS } from '#main/readers/print-queue/after-print.ts';

const first = (document: DocumentKind) => ({ document, copy: 0 });

describe.each(DOCUMENTS)('a %s', (document) => {
  test('of which no byte left is tried again in silence', () => {
    expect(afterPrint(first(document), { status: 'not-sent', reason: 'no-answer' })).toEqual({
      state: 'queued',
      reason: 'no-answer',
      again: false,
    });
  });

  test.each(['printed', 'unverified'] as const)('that is %s is done', (status) => {
    expect(afterPrint(first(document), { status })).toEqual({
      state: status,
      reason: null,
      again: false,
    });
  });

  test('that the printer refuses has failed', () => {
    const after = afterPrint(first(document), { status: 'rejected', reason: 'printer-error' });
    expect(after).toEqual({ state: 'failed', reason: 'printer-error', again: false });
  });
});

describe('what may be on paper', () => {
  test.each<readonly [DocumentKind, boolean]>([
    ['receipt', false],
    ['test-page', false],
    ['kitchen-slip', true],
    ['box-labels', true],
  ])('as a %s is printed again by itself: %s', (document, again) => {
    expect(afterPrint(first(document), { status: 'unknown', reason: 'cutter' })).toEqual({
      state: 'unknown',
      reason: 'cutter',
      again,
    });
  });

  test('is not printed for ever', () => {
    const end = { status: 'unknown', reason: 'cutter' } as const;
    const again = [0, 1, 2, 10, 11, 12].map(
      (copy) => afterPrint({ document: 'kitchen-slip', copy }, end).again,
    );
    expect(again).toEqual([true, true, false, true, true, false]);
  });
});
