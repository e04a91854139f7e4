import type { Device, DeviceKind, DeviceLine } from '#app/contract/device-shapes.ts';
import { assertNever } from '#app/lib/assert.ts';

/** What most serial devices come set to. */
export const USUAL_LINE: DeviceLine = {
  path: '',
  baudRate: 9_600,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  flow: 'none',
};
/** Concert is specified with seven bits and even parity (protocol Caisse, serial). */
export const CONCERT_LINE: DeviceLine = { ...USUAL_LINE, dataBits: 7, parity: 'even' };

/** Raw printing on a network, and Caisse-AP, listen there. */
export const PRINTER_PORT = 9_100;
export const TERMINAL_PORT = 8_888;

const PREFIXES: Readonly<Record<DeviceKind, string>> = {
  printer: 'imprimante',
  terminal: 'terminal',
  'customer-display': 'afficheur',
  scanner: 'scanner',
  'bump-bar': 'clavier',
  'caller-id': 'telephone',
};
const NAMES: Readonly<Record<DeviceKind, string>> = {
  printer: 'Imprimante',
  terminal: 'Terminal',
  'customer-display': 'Afficheur',
  scanner: 'Scanner',
  'bump-bar': 'Clavier de cuisine',
  'caller-id': 'Téléphone',
};

/** A device to be filled in, with an id and a name that no other has. */
export function newDevice(
  kind: DeviceKind,
  others: readonly { readonly device: Pick<Device, 'id'> }[],
): Device {
  const taken = new Set(others.map(({ device }) => device.id));
  const place = firstFree((number) => !taken.has(`${PREFIXES[kind]}-${number}`));
  const id = `${PREFIXES[kind]}-${place}`;
  return blank(kind, { id, name: place === 1 ? NAMES[kind] : `${NAMES[kind]} ${place}` });
}

function firstFree(isFree: (number: number) => boolean): number {
  let number = 1;
  while (!isFree(number)) number += 1;
  return number;
}

function blank(kind: DeviceKind, own: { readonly id: string; readonly name: string }): Device {
  switch (kind) {
    case 'printer':
      return {
        ...{ kind, ...own, language: 'esc-pos', profile: 'epson-tm-m30iii', roles: ['receipt'] },
        transport: { kind: 'tcp', host: '', port: PRINTER_PORT },
      };
    case 'terminal':
      return {
        ...{ kind, ...own, tillNumber: '01', protocol: 'caisse-ap' },
        ...{ host: '', port: TERMINAL_PORT },
      };
    case 'scanner':
    case 'bump-bar':
      return { kind, ...own, vendorId: 0, productId: 0 };
    case 'customer-display':
      return { kind, ...own, line: USUAL_LINE };
    case 'caller-id':
      return { kind, ...own, lineId: 'Ligne 1', source: 'modem', line: USUAL_LINE };
    default:
      return assertNever(kind);
  }
}
