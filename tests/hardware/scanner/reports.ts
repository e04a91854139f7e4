/**
 * Input reports as a Honeywell Voyager 1602g sent them (README of HenkVanAsselt/python_hon_usbhid):
 * one long text in six reports, the last one without the mark that says more follows.
 */
export const VOYAGER_CAPTURE = `
{"t":0,"dir":"plug","device":{"path":"/dev/hidraw3","vendorId":3118,"productId":3041,"serialNumber":"15232B1F0C","product":"Voyager 1602g","usagePage":140,"usage":2}}
{"t":40,"dir":"feature","hex":"fe01"}
{"t":900,"dir":"in","hex":"02385d583050726f64756374204e616d653a20566f79616765722031363032670d0a426f6f74205265766973696f6e3a203a20383939320d0a536f66743f0001"}
{"t":903,"dir":"in","hex":"02385d5830776172652050617274204e756d6265723a2043573030303038324242410d0a536f667477617265205265766973696f6e3a202450726f6a653f0001"}
{"t":906,"dir":"in","hex":"02385d583063745265766973696f6e3a203136333435200d0a53657269616c204e756d6265723a20313532333242314630430d0a537570706f727465643f0001"}
{"t":909,"dir":"in","hex":"02385d58302049463a20426c7565746f6f74680d0a50434220417373656d626c792049443a203030303030300d0a456e67696e65204669726d776172653f0001"}
{"t":912,"dir":"in","hex":"02385d583020547970653a204e2f412020205265766973696f6e3a204e2f4120202053657269616c204e756d6265723a204e2f41202020436865636b733f0001"}
{"t":915,"dir":"in","hex":"02095d5830756d3a204e2f410d0a00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003f0000"}
`;

/** A report as a scanner in HID-POS mode makes it: 64 bytes. Written from the layout of the table. */
export function scanReport(
  aim: string,
  data: string | Uint8Array,
  { isContinued = false }: { readonly isContinued?: boolean } = {},
): Uint8Array {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const report = new Uint8Array(64);
  report.set([2, bytes.length]);
  report.set(new TextEncoder().encode(aim), 2);
  report.set(bytes, 5);
  report[63] = isContinued ? 1 : 0;
  return report;
}

/** A code of any length, in as many reports as it needs. */
export function scanReports(aim: string, code: string): readonly Uint8Array[] {
  const bytes = new TextEncoder().encode(code);
  const reports: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += 56) {
    const isContinued = at + 56 < bytes.length;
    reports.push(scanReport(aim, bytes.slice(at, at + 56), { isContinued }));
  }
  return reports;
}
