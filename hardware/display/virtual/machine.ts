/**
 * A pole display of two lines of twenty characters, from the tables of Epson's DM-D110/210 manual:
 * the commands it knows, overwrite mode, and the two Western code tables. Shares nothing with the
 * driver.
 */

export type Display = {
  readonly rows: readonly [string, string];
  readonly hasCursor: boolean;
};

const COLUMNS = 20;
const CELLS = 2 * COLUMNS;
/** How many bytes follow the letter of a command. */
const ESC_ARGUMENTS: Readonly<Record<string, number>> = { '@': 0, t: 1, R: 1, '=': 1 };
const US_ARGUMENTS: Readonly<Record<string, number>> = { $: 2, C: 1, r: 1, X: 1, E: 1 };
const MOVES: Readonly<Record<number, string>> = { 1: 'overwrite', 2: 'scroll', 3: 'shift' };

export class DisplayMachine {
  #cells: string[] = Array.from({ length: CELLS }, () => ' ');
  #at = 0;
  #table = 0;
  #hasCursor = true;
  #pending: readonly number[] = [];
  #unknown = 0;

  get display(): Display {
    return {
      rows: [this.#cells.slice(0, COLUMNS).join(''), this.#cells.slice(COLUMNS).join('')],
      hasCursor: this.#hasCursor,
    };
  }

  /** Commands that a display does not have. */
  get unknown(): number {
    return this.#unknown;
  }

  /** As after the power went. */
  reset(): void {
    this.#cells = Array.from({ length: CELLS }, () => ' ');
    this.#at = 0;
    this.#table = 0;
    this.#hasCursor = true;
    this.#pending = [];
  }

  receive(bytes: Uint8Array): void {
    for (const byte of bytes) this.#take(byte);
  }

  #take(byte: number): void {
    if (this.#pending.length > 0) {
      this.#pending = [...this.#pending, byte];
      this.#command();
    } else if (byte === 0x1b || byte === 0x1f) this.#pending = [byte];
    else if (byte === 0x0c) {
      this.#cells.fill(' ');
      this.#at = 0;
    } else if (byte === 0x0b) this.#at = 0;
    else if (byte === 0x0d) this.#at -= this.#at % COLUMNS;
    else if (byte === 0x0a) this.#at = (this.#at + COLUMNS) % CELLS;
    else if (byte === 0x08) this.#at = (this.#at + CELLS - 1) % CELLS;
    else if (byte < 0x20) this.#unknown += 1;
    else this.#write(this.#letter(byte));
  }

  #write(letter: string): void {
    this.#cells[this.#at] = letter;
    this.#at = (this.#at + 1) % CELLS;
  }

  #letter(byte: number): string {
    if (byte < 0x80) return String.fromCharCode(byte);
    if (this.#table === 16) return new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
    return this.#table === 19 ? (CP858.get(byte) ?? '?') : '?';
  }

  #command(): void {
    const [lead, code = 0, first = 0, second = 0] = this.#pending;
    const letter = String.fromCharCode(code);
    const isMove = lead === 0x1f && MOVES[code] !== undefined;
    const needed = (lead === 0x1b ? ESC_ARGUMENTS : US_ARGUMENTS)[letter];
    if (!isMove && needed === undefined) {
      this.#unknown += 1;
      this.#pending = [];
      return;
    }
    if (this.#pending.length < 2 + (needed ?? 0)) return;
    this.#pending = [];
    if (lead === 0x1b && letter === '@') this.reset();
    else if (lead === 0x1b && letter === 't') this.#table = first;
    else if (lead === 0x1f && letter === 'C') this.#hasCursor = first === 1;
    else if (lead === 0x1f && letter === '$') this.#move(first, second);
  }

  #move(column: number, row: number): void {
    if (column < 1 || column > COLUMNS || row < 1 || row > 2) return;
    this.#at = (row - 1) * COLUMNS + column - 1;
  }
}

/** Table 19, the letters of a French display. */
const CP858 = new Map<number, string>(
  Object.entries({
    ...{ é: 0x82, â: 0x83, à: 0x85, ç: 0x87, ê: 0x88, ë: 0x89, è: 0x8a, ï: 0x8b, î: 0x8c },
    ...{ É: 0x90, ô: 0x93, û: 0x96, ù: 0x97, À: 0xb7, Ç: 0x80, Ê: 0xd2, È: 0xd4, '€': 0xd5 },
    ...{ Ô: 0xe2, '°': 0xf8, '«': 0xae, '»': 0xaf, ä: 0x84, ö: 0x94, ü: 0x81, ñ: 0xa4 },
  }).map(([letter, byte]) => [byte, letter]),
);
