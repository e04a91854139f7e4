import {
  IconBarcode,
  IconCreditCard,
  IconDeviceDesktop,
  IconKeyboard,
  IconPhone,
  IconPrinter,
} from '@tabler/icons-react';

import type { Output } from '#app/contract/contract.ts';
import type { Device, DeviceKind } from '#app/contract/device-shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { assertNever } from '#app/lib/assert.ts';

export type ListedDevice = Output<StoreContract, 'devices.list'>[number];

/** In the order of how often a shop needs them. */
export const KINDS = [
  'printer',
  'terminal',
  'caller-id',
  'customer-display',
  'scanner',
  'bump-bar',
] as const satisfies readonly DeviceKind[];

export const KIND_ICONS: Readonly<Record<DeviceKind, typeof IconPrinter>> = {
  printer: IconPrinter,
  terminal: IconCreditCard,
  'caller-id': IconPhone,
  'customer-display': IconDeviceDesktop,
  scanner: IconBarcode,
  'bump-bar': IconKeyboard,
};

/** Where a device is, as a person would say it to another. */
export function addressText(device: Device): string {
  switch (device.kind) {
    case 'printer':
      return transportText(device.transport);
    case 'terminal':
      if (device.protocol === 'stripe') return device.readerId;
      return device.protocol === 'caisse-ap' ? `${device.host}:${device.port}` : device.line.path;
    case 'scanner':
    case 'bump-bar':
      return `USB ${hex(device.vendorId)}:${hex(device.productId)}`;
    case 'customer-display':
      return device.line.path;
    case 'caller-id':
      return callerText(device);
    default:
      return assertNever(device);
  }
}

function transportText(transport: Extract<Device, { kind: 'printer' }>['transport']): string {
  switch (transport.kind) {
    case 'tcp':
      return `${transport.host}:${transport.port}`;
    case 'serial':
    case 'file':
      return transport.path;
    case 'spooler':
      return transport.queue;
    default:
      return assertNever(transport);
  }
}

function callerText(device: Extract<Device, { kind: 'caller-id' }>): string {
  switch (device.source) {
    case 'modem':
      return device.line.path;
    case 'sip':
      return `${device.user}@${device.registrar}`;
    case 'long-poll':
      return device.url;
    case 'webhook':
      return `${device.host}:${device.port}`;
    default:
      return assertNever(device);
  }
}

/** As the labels of USB devices and `npm run record` write them. */
export function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}
