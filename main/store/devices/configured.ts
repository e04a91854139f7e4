import type { DeviceConfiguration } from '#hardware/configuration.ts';
import type { ConfiguredDevice } from '#hardware/host/messages.ts';

import type { StoreOptions } from '../start/start-store.ts';

/** The till of a store with one, as its terminal knows it. */
const TILL_NUMBER = '01';
/** What nearly every printer on a network understands. */
const PROFILE = 'epson-tm-m30iii';
/** What modems come set to. */
const MODEM_LINE = {
  baudRate: 9_600,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  flow: 'none',
} as const;

/**
 * The devices of a store: those of its settings; without any of a kind, the one that the command
 * line names (`--printer`, `--terminal`, `--phone`).
 */
export function configuredDevices(
  saved: readonly DeviceConfiguration[],
  { printer, terminal, phone }: Pick<StoreOptions, 'printer' | 'terminal' | 'phone'>,
): readonly ConfiguredDevice[] {
  const has = (kind: DeviceConfiguration['kind']): boolean =>
    saved.some((device) => device.kind === kind);
  const devices: ConfiguredDevice[] = saved.map((configuration) => ({ configuration }));
  if (printer !== undefined && !has('printer'))
    devices.push({
      configuration: {
        kind: 'printer',
        id: 'printer',
        name: 'Imprimante de caisse',
        language: 'esc-pos',
        transport: { kind: 'tcp', ...printer },
        profile: PROFILE,
        // Paper for the kitchen only where the settings ask for it.
        roles: ['receipt'],
      },
    });
  if (terminal !== undefined && !has('terminal')) {
    const { host, port, times } = terminal;
    devices.push({
      configuration: {
        kind: 'terminal',
        id: 'terminal',
        name: 'Terminal de caisse',
        tillNumber: TILL_NUMBER,
        protocol: 'caisse-ap',
        host,
        port,
      },
      ...(times === undefined ? {} : { times: definedTimes(times) }),
    });
  }
  if (phone !== undefined && !has('caller-id'))
    devices.push({
      configuration: {
        kind: 'caller-id',
        id: 'phone',
        name: 'Téléphone',
        lineId: 'Ligne 1',
        source: 'modem',
        line: { ...MODEM_LINE, path: `tcp://${phone.host}:${phone.port}` },
      },
    });
  return devices;
}

/** The printer for receipts: the first that has the role, or else the first there is. */
export function receiptPrinterOf(devices: readonly ConfiguredDevice[]): string | undefined {
  const printers = devices.flatMap(({ configuration }) =>
    configuration.kind === 'printer' ? [configuration] : [],
  );
  return (printers.find(({ roles }) => roles.includes('receipt')) ?? printers[0])?.id;
}

export function terminalOf(devices: readonly ConfiguredDevice[]): string | undefined {
  return devices.find(({ configuration }) => configuration.kind === 'terminal')?.configuration.id;
}

function definedTimes(times: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(times).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    ),
  );
}
