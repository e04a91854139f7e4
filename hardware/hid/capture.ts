import { bytesOfHex, hexOfBytes, maskedLines } from '../link/capture.ts';
import type { HidDevice, HidLine, HidPort } from './port.ts';

/**
 * What went to and from one HID device, one JSON object a line. `t`: milliseconds since the recording
 * began. `in`: a report of the device; `out`, `feature`: reports to it.
 */
export type HidCaptureLine =
  | { readonly t: number; readonly dir: 'in' | 'out' | 'feature'; readonly hex: string }
  | { readonly t: number; readonly dir: 'plug'; readonly device: HidDevice }
  | { readonly t: number; readonly dir: 'unplug' };

/** Throws on a line that is no capture: a fixture is right or it is no fixture. */
export function parseHidCapture(text: string): readonly HidCaptureLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const value: unknown = JSON.parse(line);
      if (!isHidCaptureLine(value)) throw new Error(`not a line of a HID capture: ${line}`);
      return value;
    });
}

function isHidCaptureLine(value: unknown): value is HidCaptureLine {
  if (typeof value !== 'object' || value === null) return false;
  const { t, dir, hex, device } = value as Record<string, unknown>;
  if (typeof t !== 'number') return false;
  if (dir === 'unplug') return true;
  if (dir === 'plug') return isDevice(device);
  const isReport = dir === 'in' || dir === 'out' || dir === 'feature';
  return isReport && typeof hex === 'string' && /^([\da-f]{2})*$/.test(hex);
}

function isDevice(value: unknown): value is HidDevice {
  if (typeof value !== 'object' || value === null) return false;
  const { path, vendorId, productId } = value as Record<string, unknown>;
  return typeof path === 'string' && Number.isInteger(vendorId) && Number.isInteger(productId);
}

/** Reports of a capture as bytes. */
export function reportsOf(capture: readonly HidCaptureLine[]): readonly Uint8Array[] {
  return capture.flatMap((line) => (line.dir === 'in' ? [bytesOfHex(line.hex)] : []));
}

/**
 * The same port, every report also given to `sink` as lines of JSON, card numbers masked. `clock`:
 * milliseconds that only grow.
 */
export function recordingPort(
  port: HidPort,
  sink: (line: string) => void,
  clock: () => number,
): HidPort {
  const startedAt = clock();
  const now = (): number => Math.round(clock() - startedAt);
  const note = (line: HidCaptureLine): void => sink(JSON.stringify(line));
  let listed: readonly HidDevice[] = [];
  return {
    async list() {
      listed = await port.list();
      return listed;
    },
    async open(path) {
      const opening = await port.open(path);
      const device = listed.find((one) => one.path === path);
      if (opening.status === 'failed' || device === undefined) return opening;
      note({ t: now(), dir: 'plug', device });
      return { status: 'open', line: recorded(opening.line, note, now) };
    },
  };
}

function recorded(line: HidLine, note: (line: HidCaptureLine) => void, now: () => number): HidLine {
  const mask = maskedLines((masked) => {
    if (masked.dir === 'in') note(masked);
  });
  /** Gives on what is held because a card number might go on. */
  const flush = (): void => mask({ t: now(), dir: 'over', end: 'closed' });
  return {
    onReport(listener) {
      line.onReport({
        report(report) {
          mask({ t: now(), dir: 'in', hex: hexOfBytes(report) });
          listener.report(report);
        },
        over() {
          flush();
          note({ t: now(), dir: 'unplug' });
          listener.over();
        },
      });
    },
    write(report) {
      flush();
      note({ t: now(), dir: 'out', hex: hexOfBytes(report) });
      return line.write(report);
    },
    sendFeature(report) {
      flush();
      note({ t: now(), dir: 'feature', hex: hexOfBytes(report) });
      return line.sendFeature(report);
    },
    async close() {
      flush();
      await line.close();
    },
  };
}
