import type { Mode } from '../domain/menu.ts';
import { type Block, type ReceiptColumn, text } from './blocks.ts';
import { MODES } from './customer-receipt.ts';
import { NO_BREAK } from './printable.ts';

/** A line of an order as the kitchen needs it: no price. */
export type SlipLine = {
  readonly quantity: number;
  /** With its size: `Reine M`, `½ Reine ▏ ½ 4 Fromages G`. */
  readonly name: string;
  /** What is not as usual, as the formatter says it: `SANS Oignons`. */
  readonly details: readonly string[];
  readonly note?: string | undefined;
};

/** What a kitchen slip says. Times are texts in the store's own zone. */
export type SlipFacts = {
  /** The order's number of the day. */
  readonly number: number;
  readonly mode: Mode;
  /** `19:42`. */
  readonly placedAt: string;
  readonly promisedAt: string;
  readonly lines: readonly SlipLine[];
  readonly note?: string | undefined;
  /**
   * An earlier slip of this order may have come out: the kitchen must look before it makes it again
   * (a lost pizza is worse than a double slip).
   */
  readonly mayBeDouble: boolean;
  /** Printed because no kitchen screen said that it shows the order. */
  readonly screenIsOut?: boolean;
  /** Another slip of it went out before: this one replaces it. */
  readonly isChanged?: boolean;
  readonly isCancelled?: boolean;
};

/** The paper of the kitchen, in French, large enough to be read above the table. */
export function kitchenSlip(facts: SlipFacts): Block[] {
  return [
    ...(facts.mayBeDouble ? marked(`RÉIMPRESSION${NO_BREAK}– vérifier`) : []),
    ...(facts.isCancelled === true ? marked('ANNULÉE') : changedMark(facts)),
    ...(facts.screenIsOut === true ? marked('ÉCRAN CUISINE HORS SERVICE') : []),
    text(`N°${NO_BREAK}${facts.number}`, { bold: true, size: 'large' }),
    text(MODES[facts.mode], { bold: true, size: 'large' }),
    text(`Pour ${facts.promisedAt}`, { size: 'tall' }),
    text(`Commande prise à ${facts.placedAt}`),
    { type: 'rule', style: 'double' },
    ...facts.lines.flatMap(slipLine),
    ...(facts.note === undefined ? [] : [noteBlock(facts.note)]),
    { type: 'rule', style: 'double' },
    { type: 'cut' },
  ];
}

function slipLine(line: SlipLine): Block[] {
  return [
    text(`${line.quantity} × ${line.name}`, { bold: true, size: 'tall' }),
    ...line.details.map(indented),
    ...(line.note === undefined ? [] : [indented(line.note)]),
  ];
}

function indented(value: string): Block {
  const columns: readonly ReceiptColumn[] = [{ text: '', width: 2 }, { text: value }];
  return { type: 'row', columns, bold: true };
}

function noteBlock(note: string): Block {
  return text(`Note${NO_BREAK}: ${note}`, { bold: true, size: 'tall' });
}

function changedMark({ isChanged }: SlipFacts): Block[] {
  return isChanged === true ? marked('MODIFIÉE') : [];
}

function marked(word: string): Block[] {
  return [
    { type: 'mark', text: word },
    { type: 'spacer', lines: 1 },
  ];
}
