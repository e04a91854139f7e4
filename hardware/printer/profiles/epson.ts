import { EPSON_80, type PrinterProfile } from '../profile.ts';

/**
 * Epson models. Tables from escpos-printer-db (2026-07): Windows-1252 is table 16 on all of them but
 * the impact printer; table 19 (CP858) is unknown on the TM-m30III, where 13 is PC857.
 */
export const EPSON_PROFILES: Readonly<Record<string, PrinterProfile>> = {
  'epson-tm-t20iii': { ...EPSON_80, name: 'Epson TM-T20III' },
  // 180 dots per inch: 512 dots are 42 characters.
  'epson-tm-t88v': { ...EPSON_80, name: 'Epson TM-T88V', columns: 42 },
  'epson-tm-t88vi': { ...EPSON_80, name: 'Epson TM-T88VI', columns: 42 },
  'epson-tm-m30iii': {
    ...EPSON_80,
    name: 'Epson TM-m30III',
    candidates: EPSON_80.candidates.filter(({ page }) => page !== 'cp858'),
  },
  // Labels on a roll, spoken to in ESC/POS.
  'epson-tm-l90': { ...EPSON_80, name: 'Epson TM-L90' },
  /**
   * Impact printer of kitchens, with CP437 only: `EUR`, `oe`. 33 characters in its widest font, so
   * 32 fit in all of them. No QR code, no pictures, no job id.
   */
  'epson-tm-u220': {
    ...EPSON_80,
    name: 'Epson TM-U220',
    columns: 32,
    codePage: 'cp437',
    codeTable: 0,
    candidates: [{ page: 'cp437', number: 0 }],
    graphics: false,
    jobId: false,
  },
};
