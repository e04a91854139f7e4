import type { CodeTable, PrinterProfile } from '../profile.ts';

/** By escpos-printer-db (2026-07): CP858 is table 4, Windows-1252 table 32, CP437 table 1. */
const STAR_TABLES: readonly CodeTable[] = [
  { page: 'windows1252', number: 32 },
  { page: 'cp858', number: 4 },
  { page: 'cp437', number: 1 },
];

const STAR_80: PrinterProfile = {
  name: 'Star 80 mm',
  language: 'star-prnt',
  columns: 48,
  codePage: 'windows1252',
  codeTable: 32,
  candidates: STAR_TABLES,
  cutter: 'partial',
  graphics: true,
  jobId: true,
  asb: true,
  drawer: true,
  // The compulsion switch bit is set while the drawer is open, as the open client receiptio reads it.
  drawerShutIs: 'low',
};

/**
 * Star models. NOTE: the TSP143 up to its third generation prints pictures only (Star Graphic) and
 * cannot be driven with these profiles; the fourth speaks StarPRNT.
 */
export const STAR_PROFILES: Readonly<Record<string, PrinterProfile>> = {
  'star-tsp143iv': { ...STAR_80, name: 'Star TSP143IV' },
  'star-tsp654': { ...STAR_80, name: 'Star TSP654II', language: 'star-line' },
  'star-mc-print3': { ...STAR_80, name: 'Star mC-Print3' },
};
