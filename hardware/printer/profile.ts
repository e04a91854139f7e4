import type { Columns } from '#app/receipt/layout.ts';

/** What one model of printer can do. Never assumed: chosen in the settings of each printer. */
export type PrinterProfile = {
  readonly name: string;
  readonly columns: Columns;
  /** The number after `ESC t` that gives Windows-1252 on this model: 16 on Epson and most clones. */
  readonly codeTable: number;
  readonly cutter: 'partial' | 'full' | 'none';
  /** Answers `GS ( H` with our job id. Without it, `GS r 1` confirms, which carries no id. */
  readonly jobId: boolean;
  readonly drawer: boolean;
};

/** 80 mm, font A, as Epson TM-m30III and TM-T20III. */
export const EPSON_80: PrinterProfile = {
  name: 'Epson 80 mm',
  columns: 48,
  codeTable: 16,
  cutter: 'partial',
  jobId: true,
  drawer: true,
};

/** 58 mm clones: 32 characters, no cutter, no job id. */
export const CLONE_58: PrinterProfile = {
  name: 'Compatible 58 mm',
  columns: 32,
  codeTable: 16,
  cutter: 'none',
  jobId: false,
  drawer: true,
};
