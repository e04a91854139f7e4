import { articleLines, idleLines, totalLines } from '#hardware/display/of-configuration.ts';

import type { HardwareClient } from '../../hardware-host/client.ts';
import type { Shown } from '../till/displays.ts';

/** Puts what the second window shows, cut to twice twenty characters, on every pole display. */
export function twoLineDisplays({
  hardware,
  displayIds,
  storeName,
}: {
  readonly hardware: Pick<HardwareClient, 'show'>;
  readonly displayIds: () => readonly string[];
  readonly storeName: string;
}): (shown: Shown) => void {
  return (shown) => {
    const lines = linesOf(shown, storeName);
    // A display that does not take them shows its trouble in the set-up screen; selling goes on.
    for (const id of displayIds()) void hardware.show(id, lines);
  };
}

function linesOf(shown: Shown, storeName: string): readonly [string, string] {
  const { stage, lines, totalCents, dueCents, changeCents } = shown;
  const last = lines.at(-1);
  if (stage === 'idle' || last === undefined) return idleLines(storeName);
  if (stage === 'paid') return totalLines(totalCents, changeCents);
  if (stage === 'paying') return totalLines(dueCents);
  return articleLines({ label: last.text, amountCents: last.grossCents, totalCents });
}
