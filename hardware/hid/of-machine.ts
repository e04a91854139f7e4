import { nodeHidPort } from './node-hid-port.ts';
import type { HidPort } from './port.ts';
import { busHidPort, joinedHidPort } from './virtual/bus-port.ts';
import type { VirtualUsb } from './virtual-usb.ts';

/** The HID devices of this machine, and those of a simulated bus where one is named. */
export function hidPortOf(virtualUsb: VirtualUsb | undefined): HidPort {
  const own = nodeHidPort();
  return virtualUsb === undefined ? own : joinedHidPort(own, busHidPort(virtualUsb));
}
