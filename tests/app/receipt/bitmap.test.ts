import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bitmapOf, bitmapRows } from '#app/receipt/bitmap.ts';
import { layout } from '#app/receipt/layout.ts';
import { LOGO } from '#app/receipt/logo.ts';
import { toSvg } from '#app/receipt/svg.ts';
import { toText } from '#app/receipt/text.ts';

test('a picture drawn in rows is read back dot by dot', () => {
  const rows = fc.integer({ min: 1, max: 40 }).chain((width) =>
    fc.array(fc.array(fc.constantFrom('#', ' '), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 20,
    }),
  );
  fc.assert(
    fc.property(rows, (drawn) => {
      const bitmap = bitmapOf(drawn.map((row) => row.join('')));
      expect(JSON.parse(JSON.stringify(bitmap))).toEqual(bitmap);
      expect(bitmapRows(bitmap)).toEqual(drawn.map((row) => row.map((dot) => dot === '#')));
    }),
  );
});

test('a picture whose text is cut or wrong is white where nothing can be read', () => {
  expect(bitmapRows({ width: 4, height: 2, dots: 'f' })).toEqual([
    [true, true, true, true],
    [false, false, false, false],
  ]);
  expect(bitmapRows({ width: 4, height: 1, dots: 'zz' })[0]).toEqual([false, false, false, false]);
});

test('our logo fits on the narrowest paper, and is drawn but not written', () => {
  const blocks = [{ type: 'image', bitmap: LOGO } as const];
  expect(layout(blocks, 32)).toEqual(blocks);
  expect(toText(blocks, 32)).toBe('');
  expect(toSvg(blocks, 32)).toContain('h');
  const black = bitmapRows(LOGO).flat().filter(Boolean).length;
  expect(black).toBeGreaterThan(3_000);
  expect(black).toBeLessThan(10_000);
});

test('a picture wider than the paper is left out', () => {
  const wide = bitmapOf(['#'.repeat(400)]);
  expect(layout([{ type: 'image', bitmap: wide }], 32)).toEqual([]);
  expect(layout([{ type: 'image', bitmap: wide }], 48)).toHaveLength(1);
});
