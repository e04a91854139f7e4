/**
 * Data and error correction of a QR code (ISO/IEC 18004), byte mode, level M, versions 1 to 10:
 * up to 213 bytes, more than a receipt ever carries.
 */

/** Level M: error correction codewords per block, then the data codewords of each block. */
type Version = { readonly correction: number; readonly blocks: readonly number[] };

/** ISO/IEC 18004 table 9, level M. */
const VERSIONS: readonly Version[] = [
  { correction: 10, blocks: [16] },
  { correction: 16, blocks: [28] },
  { correction: 26, blocks: [44] },
  { correction: 18, blocks: [32, 32] },
  { correction: 24, blocks: [43, 43] },
  { correction: 16, blocks: [27, 27, 27, 27] },
  { correction: 18, blocks: [31, 31, 31, 31] },
  { correction: 22, blocks: [38, 38, 39, 39] },
  { correction: 22, blocks: [36, 36, 36, 37, 37] },
  { correction: 26, blocks: [43, 43, 43, 43, 44] },
];

/** The field GF(256) of the standard: x^8 + x^4 + x^3 + x^2 + 1. */
const FIELD = 0x11d;

export type Codewords = { readonly version: number; readonly bytes: readonly number[] };

/** The interleaved codewords of a text in ASCII, or `undefined` when it is too long. */
export function codewordsOf(data: string): Codewords | undefined {
  const bytes = Array.from(data, (character) => character.charCodeAt(0) & 0xff);
  const index = VERSIONS.findIndex((version, at) => bytes.length <= capacity(version, at + 1));
  const version = VERSIONS[index];
  if (version === undefined) return undefined;
  const padded = dataCodewords(bytes, index + 1, sum(version.blocks));
  return { version: index + 1, bytes: interleave(padded, version) };
}

/** Four bits of mode and eight (sixteen from version 10) of length come before the bytes. */
function headerBits(version: number): number {
  return version < 10 ? 12 : 20;
}

function capacity(version: Version, number: number): number {
  return Math.floor((sum(version.blocks) * 8 - headerBits(number)) / 8);
}

function dataCodewords(bytes: readonly number[], version: number, length: number): number[] {
  const count = bytes.length.toString(2).padStart(headerBits(version) - 4, '0');
  const body = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const bits = `0100${count}${body}`;
  const ended = bits.padEnd(Math.min(bits.length + 4, length * 8), '0');
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0');
  const words = Array.from(whole.match(/.{8}/g) ?? [], (word) => Number.parseInt(word, 2));
  for (let pad = 0; words.length < length; pad += 1) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

function interleave(data: readonly number[], version: Version): number[] {
  let from = 0;
  const blocks = version.blocks.map((size) => {
    from += size;
    return data.slice(from - size, from);
  });
  const generator = generatorOf(version.correction);
  const corrections = blocks.map((block) => remainderOf(block, generator));
  return [...zip(blocks), ...zip(corrections)];
}

function zip(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, at) =>
    blocks.flatMap((block) => block.slice(at, at + 1)),
  ).flat();
}

function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * FIELD);
    product ^= ((right >> bit) & 1) * left;
  }
  return product;
}

/** The coefficients of (x - 1)(x - 2)(x - 4)… without the leading one, highest power first. */
function generatorOf(degree: number): number[] {
  let coefficients = [...new Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    const factor = root;
    coefficients = coefficients.map(
      (value, at) => multiply(value, factor) ^ (coefficients[at + 1] ?? 0),
    );
    root = multiply(root, 2);
  }
  return coefficients;
}

function remainderOf(block: readonly number[], generator: readonly number[]): number[] {
  let remainder = generator.map(() => 0);
  for (const byte of block) {
    const factor = byte ^ (remainder[0] ?? 0);
    const shifted = [...remainder.slice(1), 0];
    remainder = shifted.map((value, at) => value ^ multiply(generator[at] ?? 0, factor));
  }
  return remainder;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
