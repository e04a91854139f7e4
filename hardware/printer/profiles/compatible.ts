import { CLONE_58, EPSON_80, type PrinterProfile } from '../profile.ts';

const CLONE_80: PrinterProfile = {
  ...EPSON_80,
  name: 'Compatible 80 mm',
  jobId: false,
  asb: false,
};

/** Makes that speak ESC/POS. Whether they echo a job id is not known of any, so none is relied on. */
export const COMPATIBLE_PROFILES: Readonly<Record<string, PrinterProfile>> = {
  // Windows-1252 is table 9 or 16 (escpos-printer-db lists both): the calibration page decides.
  'citizen-ct-s651': { ...CLONE_80, name: 'Citizen CT-S651', asb: true },
  'sunmi-80': { ...CLONE_80, name: 'Sunmi 80 mm' },
  'sunmi-58': { ...CLONE_58, name: 'Sunmi 58 mm' },
  'compatible-80': CLONE_80,
  'compatible-58': CLONE_58,
};
