import type { Columns } from '#app/receipt/layout.ts';

import type { CodePage } from './code-page.ts';

/** `star-line` is StarPRNT without the page mode that ends each document: older Star models. */
export type PrinterLanguage = 'esc-pos' | 'star-prnt' | 'star-line';

/** A table of the printer (the number after `ESC t` or `ESC GS t`) and what it holds. */
export type CodeTable = { readonly page: CodePage; readonly number: number };

/** What one model of printer can do. Never assumed: chosen in the settings of each printer. */
export type PrinterProfile = {
  readonly name: string;
  readonly language: PrinterLanguage;
  readonly columns: Columns;
  readonly codePage: CodePage;
  /** The number of the table that holds `codePage`: 16 for Windows-1252 on Epson and most clones. */
  readonly codeTable: number;
  /** What the calibration page tries, the likeliest first. */
  readonly candidates: readonly CodeTable[];
  readonly cutter: 'partial' | 'full' | 'none';
  /** Draws QR codes and pictures; an impact printer prints the address as text instead. */
  readonly graphics: boolean;
  /**
   * ESC/POS: answers `GS ( H` with our job id; without it `GS r 1` confirms, which carries no id.
   * Star: counts the ends of jobs (ETB).
   */
  readonly jobId: boolean;
  /** Announces its state by itself (ASB); all are asked as well. */
  readonly asb: boolean;
  readonly drawer: boolean;
  /** The level of the drawer's switch while it is shut: of the drawer more than of the printer. */
  readonly drawerShutIs: 'high' | 'low';
};

/** Tables seen to hold Windows-1252 or CP858 on ESC/POS models, by escpos-printer-db of 2026-07. */
const ESC_POS_TABLES: readonly CodeTable[] = [
  { page: 'windows1252', number: 16 },
  { page: 'windows1252', number: 6 },
  { page: 'windows1252', number: 9 },
  { page: 'windows1252', number: 11 },
  { page: 'cp858', number: 19 },
  { page: 'cp858', number: 13 },
  { page: 'cp437', number: 0 },
];

/** 80 mm, 203 dots per inch, font A, as Epson TM-m30III and TM-T20III. */
export const EPSON_80: PrinterProfile = {
  name: 'Epson 80 mm',
  language: 'esc-pos',
  columns: 48,
  codePage: 'windows1252',
  codeTable: 16,
  candidates: ESC_POS_TABLES,
  cutter: 'partial',
  graphics: true,
  jobId: true,
  asb: true,
  drawer: true,
  drawerShutIs: 'high',
};

/** 58 mm clones: 32 characters, no cutter, no job id. */
export const CLONE_58: PrinterProfile = {
  ...EPSON_80,
  name: 'Compatible 58 mm',
  columns: 32,
  cutter: 'none',
  jobId: false,
  asb: false,
};
