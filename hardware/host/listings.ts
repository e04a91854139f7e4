import type { HidDevice } from '../hid/port.ts';
import type { VirtualUsb } from '../hid/virtual-usb.ts';

/** What the machine has, for somebody who sets a device up. Opens nothing and asks no device. */

export type SerialListing = {
  /** `false` where the system cannot tell: on Linux without `udevadm`. */
  readonly isListed: boolean;
  readonly ports: readonly { readonly path: string; readonly maker?: string | undefined }[];
};

export type HidListing = {
  readonly isListed: boolean;
  readonly devices: readonly (Omit<HidDevice, 'path' | 'usagePage' | 'usage'> & {
    readonly isScanner: boolean;
  })[];
};

/** HID usage pages: bar code scanners, and keyboards among the desktop devices. */
const SCANNER_PAGE = 0x8c;
const DESKTOP_PAGE = 0x01;
const KEY_USAGES: readonly number[] = [6, 7];
const SHOWN_MAX = 64;

export async function serialListing(): Promise<SerialListing> {
  try {
    // Native code, loaded when somebody asks.
    const { SerialPort } = await import('serialport');
    const ports = await SerialPort.list();
    return {
      isListed: true,
      ports: ports.slice(0, SHOWN_MAX).map(({ path, manufacturer }) => ({
        path,
        ...(manufacturer === undefined ? {} : { maker: manufacturer }),
      })),
    };
  } catch {
    // The system has no list to give: a person types the path.
    return { isListed: false, ports: [] };
  }
}

export async function hidListing(virtualUsb: VirtualUsb | undefined): Promise<HidListing> {
  try {
    const { hidPortOf } = await import('../hid/of-machine.ts');
    const devices = await hidPortOf(virtualUsb).list();
    return { isListed: true, devices: devices.filter(canBeSetUp).slice(0, SHOWN_MAX).map(shown) };
  } catch {
    // As above: the two numbers are typed by a person.
    return { isListed: false, devices: [] };
  }
}

/** Not every system tells what a device is for: such a one is shown too. */
function canBeSetUp({ usagePage, usage }: HidDevice): boolean {
  if (usagePage === undefined || usagePage === SCANNER_PAGE) return true;
  return usagePage === DESKTOP_PAGE && (usage === undefined || KEY_USAGES.includes(usage));
}

function shown({ vendorId, productId, serialNumber, product, usagePage }: HidDevice) {
  return {
    ...{ vendorId, productId, isScanner: usagePage === SCANNER_PAGE },
    ...(serialNumber === undefined || serialNumber === '' ? {} : { serialNumber }),
    ...(product === undefined ? {} : { product }),
  };
}
