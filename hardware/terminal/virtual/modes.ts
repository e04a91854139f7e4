/** How the virtual terminal behaves. All but `manual` decide by themselves after `delayMs`. */
export type TerminalMode =
  /** A person presses Accepter, Refuser or Abandonner. */
  | { readonly kind: 'manual' }
  | {
      readonly kind:
        | 'accept'
        | 'refuse'
        /** The customer pays, and the till never hears of it. */
        | 'silent'
        /** As `accept`, after a wait longer than the till's patience. */
        | 'late'
        /** Accepts, and answers one cent too much. */
        | 'wrong-amount'
        /** The line breaks (RST) as the answer should leave. */
        | 'reset';
      readonly delayMs: number;
    }
  /** The line ends after that many characters of the answer; half of it when not said. */
  | { readonly kind: 'cut'; readonly delayMs: number; readonly afterBytes?: number };

export type ModeKind = TerminalMode['kind'];

export const MODE_KINDS = [
  'manual',
  'accept',
  'refuse',
  'silent',
  'late',
  'wrong-amount',
  'cut',
  'reset',
] as const satisfies readonly ModeKind[];

/** Long enough to be seen by a person. */
const DELAY_MS = 1_500;
/** Longer than the 150 s a till waits for its customer. */
const LATE_MS = 170_000;
const DELAY_MAX_MS = 600_000;

/** Reads `{ mode, delayMs?, afterBytes? }`. */
export function terminalModeOf(body: unknown): TerminalMode | undefined {
  if (typeof body !== 'object' || body === null || !('mode' in body)) return undefined;
  const kind = MODE_KINDS.find((known) => known === body.mode);
  if (kind === undefined) return undefined;
  if (kind === 'manual') return { kind };
  const asked = 'delayMs' in body ? body.delayMs : undefined;
  const delayMs = isCount(asked) ? Math.min(asked, DELAY_MAX_MS) : waitOf(kind);
  if (kind !== 'cut') return { kind, delayMs };
  const afterBytes = 'afterBytes' in body ? body.afterBytes : undefined;
  return { kind, delayMs, ...(isCount(afterBytes) ? { afterBytes } : {}) };
}

function waitOf(kind: ModeKind): number {
  return kind === 'late' ? LATE_MS : DELAY_MS;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
