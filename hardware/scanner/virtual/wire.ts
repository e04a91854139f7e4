/**
 * What a scanner and a keypad put on the bus, from the tables: HID Point of Sale Usage Tables 1.02
 * (report 2: length, three signs of AIM, 56 bytes, 1 in the last byte when more follows) and HID 1.11
 * appendix B.1 (a keyboard: modifiers, reserved, six keys). Shares nothing with the drivers.
 */

const REPORT_LENGTH = 64;
const DATA_MAX = 56;

/** `]Q3` a QR code, `]E0` an EAN, `]C0` a Code 128 (ISO/IEC 15424). */
export function aimOf(code: string): string {
  if (/^\d{13}$|^\d{8}$/.test(code)) return ']E0';
  return /^[ -~]{1,20}$/.test(code) ? ']C0' : ']Q3';
}

/** The reports of one press of the trigger. */
export function scanReportsOf(code: string): readonly Uint8Array[] {
  const bytes = new TextEncoder().encode(code);
  const reports: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += DATA_MAX) {
    const data = bytes.slice(at, at + DATA_MAX);
    const report = new Uint8Array(REPORT_LENGTH);
    report[0] = 2;
    report[1] = data.length;
    report.set(new TextEncoder().encode(aimOf(code)), 2);
    report.set(data, 5);
    report[REPORT_LENGTH - 1] = at + DATA_MAX < bytes.length ? 1 : 0;
    reports.push(report);
  }
  return reports;
}

/** HID Usage Tables 1.12 §10: keys of a keypad. */
const USAGES: Readonly<Record<string, number>> = {
  ...{ '1': 0x59, '2': 0x5a, '3': 0x5b, '4': 0x5c, '5': 0x5d, '6': 0x5e, '7': 0x5f, '8': 0x60 },
  ...{ '9': 0x61, '0': 0x62, enter: 0x58, backspace: 0x2a },
  ...{ right: 0x4f, left: 0x50, down: 0x51, up: 0x52 },
};

/** A key pressed and let go; `undefined` for one that a keypad does not have. */
export function pressReportsOf(key: string): readonly Uint8Array[] | undefined {
  const usage = USAGES[key];
  if (usage === undefined) return undefined;
  return [Uint8Array.of(0, 0, usage, 0, 0, 0, 0, 0), new Uint8Array(8)];
}
