import { RECEIVER_BUGS } from './receiver.ts';
import { SENDER_BUGS } from './sender.ts';
import type { Protocol } from '../protocol.ts';

/** Mistakes that somebody could make in the protocol; the simulation has to find each of them. */
export const SEEDED_BUGS: Readonly<Record<string, Partial<Protocol>>> = {
  ...SENDER_BUGS,
  ...RECEIVER_BUGS,
};
