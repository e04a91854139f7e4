import { type CaisseApOptions, caisseApOnTcp } from './caisse-ap/device.ts';
import type { CardTerminal } from './card-terminal.ts';

export type { CardAnswer, TerminalOutcome, TerminalStatus } from './card-terminal.ts';

export type CaisseApTerminal = CardTerminal;

/** A Caisse-AP terminal on TCP, as the store node opens it while it has no table of devices. */
export function caisseApTerminal(
  options: { readonly host: string; readonly port: number } & CaisseApOptions,
): CardTerminal {
  return caisseApOnTcp(options);
}
