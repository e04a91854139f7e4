/**
 * What happens in a virtual shop, and when: one line each, `seconds device action value`, `#` before
 * a comment.
 *
 * ```
 * 0    printer   fault paper-end
 * 4,5  printer   fault none
 * 6    terminal  mode  refuse
 * 8    phone     call  06 39 98 00 01
 * 12   phone     end
 * ```
 */
export type ScriptStep = {
  readonly atMs: number;
  readonly device: string;
  readonly action: string;
  readonly value: string;
};

export type Script =
  | { readonly status: 'read'; readonly steps: readonly ScriptStep[] }
  /** In French, with the number of the line. */
  | { readonly status: 'unreadable'; readonly sentence: string };

const STEPS_MAX = 1_000;
const STEP =
  /^(?<seconds>\d{1,6})(?:[.,](?<fraction>\d{1,3}))?\s+(?<device>[a-z]+)\s+(?<action>[a-z]+)(?:\s+(?<value>.*))?$/;

export function scriptOf(text: string): Script {
  const steps: ScriptStep[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const words = line.replace(/#.*$/, '').trim();
    if (words === '') continue;
    const found = STEP.exec(words)?.groups;
    if (found === undefined || steps.length >= STEPS_MAX)
      return {
        status: 'unreadable',
        sentence: `Ligne ${at + 1}\u202f: attendu «\u202fsecondes appareil action valeur\u202f», pas «\u202f${words.slice(0, 60)}\u202f».`,
      };
    const { seconds = '0', fraction = '', device = '', action = '', value = '' } = found;
    steps.push({
      atMs: Number(seconds) * 1_000 + Number(fraction.padEnd(3, '0')),
      ...{ device, action, value: value.trim() },
    });
  }
  return { status: 'read', steps: steps.toSorted((one, other) => one.atMs - other.atMs) };
}

/** Carries the steps out at their times; ends with the last, or when `signal` says so. */
export async function playScript(
  steps: readonly ScriptStep[],
  context: {
    readonly act: (device: string, action: string, value: string) => Promise<string | undefined>;
    readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
    /** Of each step: what was done, or the sentence that says why not. */
    readonly say: (sentence: string) => void;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { act, wait, say, signal } = context;
  let nowMs = 0;
  for (const { atMs, device, action, value } of steps) {
    if (atMs > nowMs) await wait(atMs - nowMs, signal);
    nowMs = Math.max(nowMs, atMs);
    if (signal.aborted) return;
    const refusal = await act(device, action, value);
    say(refusal ?? `${device}\u202f: ${`${action} ${value}`.trim()}`);
  }
}
