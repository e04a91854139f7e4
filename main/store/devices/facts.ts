import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type {
  DeviceConfiguration,
  PrinterConfiguration,
  TerminalConfiguration,
} from '#hardware/configuration.ts';
import { profileFor } from '#hardware/printer/profiles/of-configuration.ts';

type Capability = Output<StoreContract, 'devices.list'>[number]['capabilities'][number];

/** As each protocol's driver says of itself (hardware/terminal). */
const OF_PROTOCOL: Readonly<Record<TerminalConfiguration['protocol'], readonly Capability[]>> = {
  'caisse-ap': ['refund', 'cancel', 'duplicate'],
  concert: ['refund', 'cancel'],
  stripe: ['refund', 'cancel', 'status-of'],
};

/** What a device can do beyond its kind. */
export function capabilitiesOf(device: DeviceConfiguration): readonly Capability[] {
  if (device.kind === 'terminal') return OF_PROTOCOL[device.protocol];
  return device.kind === 'printer' ? ofPrinter(device) : [];
}

function ofPrinter(device: PrinterConfiguration): readonly Capability[] {
  const { cutter, drawer, graphics, jobId, asb } = profileFor(device);
  const isBlind = device.transport.kind === 'spooler';
  return [
    ...(cutter === 'none' ? [] : (['cutter'] as const)),
    ...(drawer ? (['drawer'] as const) : []),
    ...(graphics ? (['graphics'] as const) : []),
    ...(jobId && !isBlind ? (['job-id'] as const) : []),
    ...(asb && !isBlind ? (['status'] as const) : []),
    ...(isBlind ? (['unconfirmed'] as const) : []),
  ];
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * Whether a terminal is a simulator: it listens on this very machine, which no real terminal does.
 * Everything else is taken for real, and may charge a card.
 */
export function isVirtual(device: DeviceConfiguration): boolean {
  const host = hostOf(device);
  return host !== undefined && LOOPBACK.test(host);
}

function hostOf(device: DeviceConfiguration): string | undefined {
  switch (device.kind) {
    case 'printer':
      return device.transport.kind === 'tcp' ? device.transport.host : undefined;
    case 'terminal':
      if (device.protocol === 'caisse-ap') return device.host;
      return device.protocol === 'concert'
        ? hostOfLine(device.line.path)
        : hostOfUrl(device.apiBase);
    case 'customer-display':
      return hostOfLine(device.line.path);
    case 'caller-id':
      if (device.source === 'modem') return hostOfLine(device.line.path);
      if (device.source === 'long-poll') return hostOfUrl(device.url);
      return device.source === 'sip' ? device.registrar : undefined;
    default:
      return undefined;
  }
}

/** `tcp://127.0.0.1:4001` is a line behind a serial server. */
function hostOfLine(path: string): string | undefined {
  return /^tcp:\/\/([^:/]+):\d+$/.exec(path)?.[1];
}

function hostOfUrl(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined;
}
