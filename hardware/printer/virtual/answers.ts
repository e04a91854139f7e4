import type { PrinterFault } from './machine.ts';

/** What the sensors of the virtual printer say. */
export type Sensors = {
  readonly fault: PrinterFault;
  readonly drawer: 'open' | 'shut';
  /** Star: how many ends of printing were reached. */
  readonly endings: number;
};

/** Nothing is printed until a person has done something. */
export function isOffline({ kind }: PrinterFault): boolean {
  return ['paper-end', 'cover-open', 'cutter', 'error', 'offline'].includes(kind);
}

/** ASB, four bytes: bit 4 of the first is set, bits 0, 1 and 7 are clear. The pin is high when shut. */
export function automaticStatus({ fault, drawer }: Sensors): Uint8Array {
  const first =
    0x10 |
    (drawer === 'shut' ? 0x04 : 0) |
    (isOffline(fault) ? 0x08 : 0) |
    (fault.kind === 'cover-open' ? 0x20 : 0);
  const second = (fault.kind === 'cutter' ? 0x08 : 0) | (fault.kind === 'error' ? 0x20 : 0);
  const near = fault.kind === 'near-end' || fault.kind === 'paper-end' ? 0x03 : 0;
  return Uint8Array.of(first, second, near | (fault.kind === 'paper-end' ? 0x0c : 0), 0x0f);
}

/** DLE EOT n: 0x12 when all is well, 0x16 for the first while the drawer is shut. */
export function realTimeStatus(number: number, { fault, drawer }: Sensors): Uint8Array {
  const isPaperEnd = fault.kind === 'paper-end';
  const isCutter = fault.kind === 'cutter';
  const isError = fault.kind === 'error';
  const cover = fault.kind === 'cover-open' ? 0x04 : 0;
  const bits: Readonly<Record<number, number>> = {
    1: (drawer === 'shut' ? 0x04 : 0) | (isOffline(fault) ? 0x08 : 0),
    2: cover | (isPaperEnd ? 0x20 : 0) | (isCutter || isError ? 0x40 : 0),
    3: (isCutter ? 0x08 : 0) | (isError ? 0x20 : 0),
    4: (isPaperEnd || fault.kind === 'near-end' ? 0x0c : 0) | (isPaperEnd ? 0x60 : 0),
  };
  return Uint8Array.of(0x12 | (bits[number] ?? 0));
}

/** Star: nine bytes, header 0x23; the switch bit is set while the drawer is open. */
export function starStatus({ fault, drawer, endings }: Sensors): Uint8Array {
  const third =
    (drawer === 'open' ? 0x04 : 0) |
    (isOffline(fault) ? 0x08 : 0) |
    (fault.kind === 'cover-open' ? 0x20 : 0);
  const fourth = (fault.kind === 'cutter' ? 0x08 : 0) | (fault.kind === 'error' ? 0x20 : 0);
  const near = fault.kind === 'near-end' || fault.kind === 'paper-end' ? 0x04 : 0;
  const sixth = near | (fault.kind === 'paper-end' ? 0x08 : 0);
  const eighth = ((endings & 0x07) << 1) | ((endings & 0x18) << 2);
  return Uint8Array.of(0x23, 0x06, third, fourth, 0, sixth, 0, eighth, 0);
}
