import { parseArgs } from 'node:util';

import { buildIfStale } from '#scripts/build.ts';

import { customerSearch } from './search/customer-search.ts';
import { kitchenPaint } from './kitchen-paint.ts';
import type { Figure } from './measure.ts';
import { orderCommit } from './order-commit.ts';
import { receiptToBytes } from './receipt/bytes.ts';
import { receiptToWire } from './receipt/print.ts';
import { storeSync } from './store-sync.ts';
import { tapPaint } from './tap-paint.ts';
import { wireBytes } from './wire-bytes.ts';

/** Each measures the product and its limit in the same run, in turns. Ratio 1 = the limit reached. */
const MEASURES: Readonly<Record<string, () => Promise<Figure>>> = {
  'order-commit': orderCommit,
  'kitchen-paint': kitchenPaint,
  'tap-paint': tapPaint,
  'store-sync': storeSync,
  'wire-bytes': wireBytes,
  'customer-search': customerSearch,
  'receipt-bytes': receiptToBytes,
  'receipt-print': receiptToWire,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' } },
});
const names = positionals.length === 0 ? Object.keys(MEASURES) : positionals;
const unknown = names.filter((name) => !Object.hasOwn(MEASURES, name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys(MEASURES).join(', ')}.`);
  process.exit(2);
}

await buildIfStale();
const figures: Figure[] = [];
for (const name of names) {
  process.stderr.write(`${name} …\n`);
  const measure = MEASURES[name];
  if (measure !== undefined) figures.push(await measure());
}
console.log(table(figures));
if (values.json === true)
  console.log(
    JSON.stringify(
      figures.map(({ name, ours, reference, ratio, unit }) => ({
        name,
        ours,
        reference,
        ratio,
        unit,
      })),
    ),
  );
process.exit(0);

function table(rows: readonly Figure[]): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(16) : cell.padStart(14))).join('');
  return [
    line(['', 'ours', 'limit', 'ratio', 'unit']),
    ...rows.flatMap((row) => [
      line([row.name, String(row.ours), String(row.reference), String(row.ratio), row.unit]),
      ...(row.notes ?? []).map((note) => `                  ${note}`),
    ]),
  ].join('\n');
}
