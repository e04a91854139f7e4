/** The times that a store may change, under the name by which its options know them. */
export type { TerminalTimes } from './times.ts';
