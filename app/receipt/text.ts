import { assertNever } from '../lib/assert.ts';
import type { Block } from './blocks.ts';
import { type Columns, layout, type PaperLine, startOf } from './layout.ts';

/** The receipt as plain text of that many characters a line, for a message, a log or a test. */
export function toText(blocks: readonly Block[], columns: Columns): string {
  return linesToText(layout(blocks, columns), columns);
}

/** Sizes and weights are lost, words and places are kept; a QR code becomes what it says, a picture nothing. */
export function linesToText(lines: readonly PaperLine[], columns: number): string {
  return lines.map((line) => lineText(line, columns)).join('\n');
}

function lineText(line: PaperLine, columns: number): string {
  switch (line.type) {
    case 'text': {
      const text = line.runs.map((run) => run.text).join('');
      const runs = line.runs.map((run) => ({ ...run, width: 1 }));
      return `${' '.repeat(startOf({ align: line.align, runs }, columns))}${text}`.trimEnd();
    }
    case 'qr':
      return line.data;
    case 'image':
    case 'cut':
      return '';
    default:
      return assertNever(line);
  }
}
