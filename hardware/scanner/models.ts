/** Makers whose scanners speak HID-POS (`@point-of-sale/webhid-barcode-scanner` 1.2, MIT). */
export type ScannerMaker = {
  readonly vendorId: number;
  readonly name: string;
  /** Feature reports that switch the scanner to HID-POS, their number first. */
  readonly switchOn: readonly (readonly number[])[];
};

const SWITCH_ON = [[254, 1]];

export const SCANNER_MAKERS: readonly ScannerMaker[] = [
  { vendorId: 0x0c2e, name: 'Honeywell', switchOn: SWITCH_ON },
  { vendorId: 0x23d0, name: 'Honeywell (HSM)', switchOn: SWITCH_ON },
  { vendorId: 0x05e0, name: 'Zebra', switchOn: [] },
  { vendorId: 0x05f9, name: 'Datalogic', switchOn: [] },
];

export function scannerMakerOf(vendorId: number): ScannerMaker | undefined {
  return SCANNER_MAKERS.find((maker) => maker.vendorId === vendorId);
}
