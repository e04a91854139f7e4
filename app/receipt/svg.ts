import { assertNever } from '../lib/assert.ts';
import { type Bitmap, bitmapRows } from './bitmap.ts';
import type { Block } from './blocks.ts';
import { type Columns, layout, type PaperLine, type Run, startOf } from './layout.ts';
import { qrModules } from './qr.ts';

/** Font A of a receipt printer: characters of 12 × 24 dots on lines of 30 dots. */
const CELL = 12;
const GLYPH = 24;
const LINE = 30;
const MARGIN = 24;
/** Dots of one QR module, as `GS ( k` size 6. */
const MODULE = 6;
const INK = '#1d1b18';
const FONT = "'DejaVu Sans Mono','Liberation Mono',Consolas,Menlo,monospace";

/** The receipt as an SVG image of its own: no script, no font and no address from elsewhere. */
export function toSvg(blocks: readonly Block[], columns: Columns): string {
  return linesToSvg(layout(blocks, columns), columns);
}

/** Draws lines of paper. Words are placed one by one, so columns line up in whatever font there is. */
export function linesToSvg(lines: readonly PaperLine[], columns: number): string {
  const width = columns * CELL + 2 * MARGIN;
  const parts: string[] = [];
  let top = MARGIN;
  for (const line of lines) {
    const drawn = drawLine(line, { columns, top, width });
    parts.push(drawn.svg);
    top += drawn.height;
  }
  const height = top + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fffefb"/>`,
    `<g font-family="${FONT}" font-size="20" fill="${INK}">`,
    ...parts.filter((part) => part !== ''),
    '</g></svg>',
  ].join('\n');
}

type Place = { readonly columns: number; readonly top: number; readonly width: number };
type Drawn = { readonly svg: string; readonly height: number };

function drawLine(line: PaperLine, place: Place): Drawn {
  switch (line.type) {
    case 'text':
      return drawText(line, place);
    case 'qr':
      return drawQr(line.data, place);
    case 'image':
      return drawImage(line.bitmap, place);
    case 'cut':
      return { svg: cutMark(place), height: LINE };
    default:
      return assertNever(line);
  }
}

function drawText(line: Extract<PaperLine, { type: 'text' }>, place: Place): Drawn {
  const tallest = Math.max(1, ...line.runs.map((run) => run.height));
  const height = tallest * GLYPH + (LINE - GLYPH);
  const baseline = place.top + height - 9;
  let column = startOf(line, place.columns);
  const parts = line.runs.map((run) => {
    const svg = drawRun(run, { x: MARGIN + column * CELL, baseline });
    column += run.text.length * run.width;
    return svg;
  });
  return { svg: parts.join(''), height };
}

function drawRun(run: Run, at: { readonly x: number; readonly baseline: number }): string {
  const cell = CELL * run.width;
  const weight = run.bold ? ' font-weight="700"' : '';
  const box = run.inverse
    ? `<rect x="${at.x}" y="${at.baseline - 19 * run.height}" width="${run.text.length * cell}" height="${GLYPH * run.height}"/>`
    : '';
  const fill = run.inverse ? ' fill="#fffefb"' : '';
  const words = Array.from(run.text.matchAll(/[^ \u00a0]+/g), (match) => {
    const x = at.x + match.index * cell;
    const length = match[0].length * CELL;
    const transform = `translate(${x} ${at.baseline}) scale(${run.width} ${run.height})`;
    return `<text transform="${transform}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${weight}${fill}>${escapeXml(match[0])}</text>`;
  });
  return `${box}${words.join('')}`;
}

function drawQr(data: string, place: Place): Drawn {
  const modules = qrModules(data);
  if (modules === undefined) return { svg: '', height: 0 };
  const side = modules.length * MODULE;
  const left = Math.round((place.width - side) / 2);
  const top = place.top + LINE;
  const path = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) =>
      isDark ? [`M${left + x * MODULE} ${top + y * MODULE}h${MODULE}v${MODULE}h-${MODULE}z`] : [],
    ),
  );
  return {
    svg: `<path shape-rendering="crispEdges" d="${path.join('')}"/>`,
    height: side + 2 * LINE,
  };
}

/** One path of horizontal runs: a picture is small, and an SVG has no picture of its own here. */
function drawImage(bitmap: Bitmap, place: Place): Drawn {
  const left = Math.round((place.width - bitmap.width) / 2);
  const runs = bitmapRows(bitmap).flatMap((row, y) =>
    Array.from(
      row
        .map((isBlack) => (isBlack ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
      (run) => {
        return `M${left + run.index} ${place.top + y}h${run[0].length}v1h-${run[0].length}z`;
      },
    ),
  );
  return {
    svg: `<path shape-rendering="crispEdges" d="${runs.join('')}"/>`,
    height: bitmap.height + LINE / 2,
  };
}

function cutMark(place: Place): string {
  const y = place.top + LINE / 2;
  return `<path d="M0 ${y}H${place.width}" stroke="#b9b2a4" stroke-width="2" stroke-dasharray="10 8" fill="none"/>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
