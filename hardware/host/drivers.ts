import { assertNever } from '#app/lib/assert.ts';

import type { BumpBar } from '../bump-bar/of-configuration.ts';
import type { CallerIdSource } from '../caller-id/source.ts';
import type { DeviceConfiguration } from '../configuration.ts';
import type { CustomerDisplay } from '../display/of-configuration.ts';
import type { VirtualUsb } from '../hid/virtual-usb.ts';
import type { Log } from '../link/log.ts';
import type { Timers } from '../link/timers.ts';
import type { ReceiptPrinter } from '../printer/device.ts';
import type { Scanner } from '../scanner/of-configuration.ts';
import type { DriverLife } from '../supervisor/supervisor.ts';
import type { CardTerminal } from '../terminal/card-terminal.ts';
import type { ConfiguredDevice, DeviceEvent } from './messages.ts';

/** A driver under its kind. What a kind can do is asked of it; all of them have a life. */
export type HostDriver =
  | { readonly kind: 'printer'; readonly device: ReceiptPrinter }
  | { readonly kind: 'terminal'; readonly device: CardTerminal }
  | { readonly kind: 'customer-display'; readonly device: CustomerDisplay }
  | { readonly kind: 'scanner'; readonly device: Scanner }
  | { readonly kind: 'bump-bar'; readonly device: BumpBar }
  | { readonly kind: 'caller-id'; readonly device: CallerIdSource };

export type DriverContext = {
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly timers: Timers;
  readonly log: Log;
  /** Looks a secret up by name (`stripe-secret-key`) each time it is needed; nothing keeps it. */
  readonly secrets: (name: string) => string | undefined;
  /** A simulated USB bus beside the machine's own. */
  readonly virtualUsb?: VirtualUsb | undefined;
};

/**
 * Starts the driver of a device. Each kind is loaded when a store has one: the native code for USB and
 * serial lines is not carried by a store that has neither.
 */
export async function driverOf(
  device: ConfiguredDevice,
  context: DriverContext,
  tell: (event: DeviceEvent) => void,
): Promise<HostDriver> {
  const { configuration, times } = device;
  switch (configuration.kind) {
    case 'printer': {
      const { printerOf } = await import('../printer/of-configuration.ts');
      return {
        kind: 'printer',
        device: printerOf(configuration, { ...context, ...(times === undefined ? {} : { times }) }),
      };
    }
    case 'terminal': {
      const { terminalOf } = await import('../terminal/of-configuration.ts');
      const terminal = terminalOf(configuration, {
        ...context,
        ...(times === undefined ? {} : { times }),
      });
      terminal.onLate((late) => tell({ kind: 'late-answer', deviceId: configuration.id, late }));
      return { kind: 'terminal', device: terminal };
    }
    default:
      return listeningDriver(configuration, context, tell);
  }
}

/** The kinds that speak of their own accord, and the display. */
async function listeningDriver(
  configuration: Exclude<DeviceConfiguration, { kind: 'printer' | 'terminal' }>,
  context: DriverContext,
  tell: (event: DeviceEvent) => void,
): Promise<HostDriver> {
  const deviceId = configuration.id;
  switch (configuration.kind) {
    case 'scanner': {
      const { scannerOf } = await import('../scanner/of-configuration.ts');
      const { hidPortOf } = await import('../hid/of-machine.ts');
      const hid = hidPortOf(context.virtualUsb);
      const device = scannerOf(configuration, { ...context, hid });
      device.onScan((scan) => tell({ kind: 'scan', deviceId, ...scan }));
      return { kind: 'scanner', device };
    }
    case 'bump-bar': {
      const { bumpBarOf } = await import('../bump-bar/of-configuration.ts');
      const { hidPortOf } = await import('../hid/of-machine.ts');
      const hid = hidPortOf(context.virtualUsb);
      const device = bumpBarOf(configuration, { ...context, hid });
      device.onKey((key) => tell({ kind: 'bump-key', deviceId, key }));
      return { kind: 'bump-bar', device };
    }
    case 'customer-display': {
      const { customerDisplayOf } = await import('../display/of-configuration.ts');
      return { kind: 'customer-display', device: customerDisplayOf(configuration, context) };
    }
    case 'caller-id': {
      const { callerIdOf } = await import('../caller-id/of-configuration.ts');
      const device = callerIdOf(configuration, context);
      device.onCall((call) => tell({ kind: 'call', deviceId, call }));
      return { kind: 'caller-id', device };
    }
    default:
      return assertNever(configuration);
  }
}

/** What the supervisor needs of any driver. */
export function lifeOf({ kind, device }: HostDriver): DriverLife {
  return {
    status: () => device.status(),
    onStatus: (listener) => device.onStatus(() => listener()),
    close: () => device.close(),
    ...(kind === 'terminal' ? { probe: () => device.probe() } : {}),
  };
}
