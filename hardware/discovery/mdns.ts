/**
 * Answers of multicast DNS (RFC 6762, message format of RFC 1035 §4) about printers that take raw
 * bytes: `_pdl-datastream._tcp.local` (RFC 6763, Bonjour Printing Specification). Parser only: who
 * listens, and when, is for a person to ask.
 */
export const PRINTER_SERVICE = '_pdl-datastream._tcp.local';

const TYPES = { a: 1, ptr: 12, txt: 16, srv: 33 } as const;
const HEADER = 12;
const LABEL_MAX = 63;
const NAME_MAX = 255;
const RECORDS_MAX = 200;

export type MdnsRecord = { readonly name: string } & (
  | { readonly type: 'ptr'; readonly target: string }
  | { readonly type: 'srv'; readonly target: string; readonly port: number }
  | { readonly type: 'a'; readonly address: string }
  | { readonly type: 'txt'; readonly texts: readonly string[] }
);

export type AnnouncedPrinter = {
  /** As its owner named it: `EPSON TM-m30III`. */
  readonly name: string;
  readonly host?: string;
  readonly port: number;
  readonly model?: string;
};

/** The question to be sent to 224.0.0.251, port 5353. */
export function printersQuestion(): Uint8Array {
  const labels = PRINTER_SERVICE.split('.').flatMap((label) => [
    label.length,
    ...Array.from(label, (letter) => letter.charCodeAt(0)),
  ]);
  return Uint8Array.from([
    ...[0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
    ...labels,
    ...[0, 0, TYPES.ptr, 0, 1],
  ]);
}

/** All records of a message that can be read, in order; none of a message that is no answer. */
export function mdnsRecords(bytes: Uint8Array): MdnsRecord[] {
  if (bytes.length < HEADER) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isAnswer = (view.getUint16(2) & 0x8000) !== 0;
  if (!isAnswer) return [];
  const questions = view.getUint16(4);
  const count = view.getUint16(6) + view.getUint16(8) + view.getUint16(10);
  let at: number | undefined = HEADER;
  for (let index = 0; index < questions && at !== undefined; index += 1) {
    const name = nameAt(bytes, at);
    at = name === undefined ? undefined : name.next + 4;
  }
  const records: MdnsRecord[] = [];
  for (let index = 0; index < Math.min(count, RECORDS_MAX) && at !== undefined; index += 1) {
    const read = recordAt(bytes, at);
    if (read?.record !== undefined) records.push(read.record);
    at = read?.next;
  }
  return records;
}

/** The printers that the records of one or more answers describe. */
export function announcedPrinters(records: readonly MdnsRecord[]): AnnouncedPrinter[] {
  const names = records.flatMap((record) =>
    record.type === 'ptr' && sameName(record.name, PRINTER_SERVICE) ? [record.target] : [],
  );
  return [...new Set(names)].flatMap((name) => {
    const service = records.find((record) => record.type === 'srv' && sameName(record.name, name));
    if (service?.type !== 'srv') return [];
    const host = records.find(
      (record) => record.type === 'a' && sameName(record.name, service.target),
    );
    const texts = records.find((record) => record.type === 'txt' && sameName(record.name, name));
    const model = texts?.type === 'txt' ? modelIn(texts.texts) : undefined;
    return {
      name: name.slice(0, Math.max(0, name.length - PRINTER_SERVICE.length - 1)),
      port: service.port,
      ...(host?.type === 'a' ? { host: host.address } : {}),
      ...(model === undefined ? {} : { model }),
    };
  });
}

function modelIn(texts: readonly string[]): string | undefined {
  const entry = texts.find((text) => /^(ty|usb_MDL)=/.test(text));
  return entry?.slice(entry.indexOf('=') + 1);
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function recordAt(
  bytes: Uint8Array,
  at: number,
): { readonly record: MdnsRecord | undefined; readonly next: number } | undefined {
  const name = nameAt(bytes, at);
  if (name === undefined || name.next + 10 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = view.getUint16(name.next);
  const length = view.getUint16(name.next + 8);
  const start = name.next + 10;
  const next = start + length;
  if (next > bytes.length) return undefined;
  return { record: recordOf({ bytes, name: name.name, type, start, next }), next };
}

function recordOf(found: {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly next: number;
}): MdnsRecord | undefined {
  const { bytes, name, type, start, next } = found;
  const data = bytes.subarray(start, next);
  if (type === TYPES.a && data.length === 4) return { type: 'a', name, address: data.join('.') };
  if (type === TYPES.ptr) {
    const target = nameAt(bytes, start);
    return target === undefined ? undefined : { type: 'ptr', name, target: target.name };
  }
  if (type === TYPES.srv && data.length > 6) {
    const target = nameAt(bytes, start + 6);
    const port = ((data[4] ?? 0) << 8) | (data[5] ?? 0);
    return target === undefined ? undefined : { type: 'srv', name, target: target.name, port };
  }
  return type === TYPES.txt ? { type: 'txt', name, texts: textsIn(data) } : undefined;
}

/** Labels with their lengths, or a pointer to earlier ones; pointers only ever lead back. */
function nameAt(
  bytes: Uint8Array,
  start: number,
): { readonly name: string; readonly next: number } | undefined {
  const labels: string[] = [];
  let at = start;
  let next: number | undefined;
  let lowest = start;
  for (let total = 0; total <= NAME_MAX; ) {
    const length = bytes[at];
    if (length === undefined) return undefined;
    if (length === 0) return { name: labels.join('.'), next: next ?? at + 1 };
    if ((length & 0xc0) === 0xc0) {
      const to = ((length & 0x3f) << 8) | (bytes[at + 1] ?? 0);
      if (at + 1 >= bytes.length || to >= lowest) return undefined;
      next ??= at + 2;
      lowest = to;
      at = to;
    } else {
      if (length > LABEL_MAX || at + 1 + length > bytes.length) return undefined;
      labels.push(new TextDecoder().decode(bytes.subarray(at + 1, at + 1 + length)));
      at += 1 + length;
      total += 1 + length;
    }
  }
  return undefined;
}

function textsIn(data: Uint8Array): string[] {
  const texts: string[] = [];
  for (let at = 0; at < data.length; ) {
    const length = data[at] ?? 0;
    if (at + 1 + length > data.length) break;
    if (length > 0) texts.push(new TextDecoder().decode(data.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  return texts;
}
