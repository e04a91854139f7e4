import type { LinkState } from '#app/contract/contract.ts';
import type { StoreStatus } from '#app/contract/store.ts';

import type { PillState } from './pill-state.ts';
import type { StatusFacts } from './status-pill.tsx';
import type { pillText } from './text.ts';

type Sentences = (typeof pillText)['fr'];
type Known = {
  readonly link: LinkState;
  /** Absent until the node has answered once. */
  readonly status: StoreStatus | undefined;
  readonly text: Sentences;
};

/** The pill of a screen in a store: the nearest trouble first, and what a person must do before the rest. */
export function storePill({ link, status, text }: Known): PillState {
  if (link.status === 'down') return { status: 'offline', sinceMs: link.sinceMs, count: 0 };
  if (status === undefined) return { status: 'up-to-date' };
  const { centre, printer, terminal } = status;
  if (centre.status === 'set-aside') return { status: 'action', sentence: text.actionSetAside };
  const hasPrinterTrouble = printer.status === 'trouble';
  const hasTerminalTrouble = terminal.status === 'trouble';
  if (hasPrinterTrouble && hasTerminalTrouble)
    return { status: 'action', sentence: text.actionBoth };
  if (hasPrinterTrouble) return { status: 'action', sentence: text.actionPrinter };
  if (hasTerminalTrouble) return { status: 'action', sentence: text.actionTerminal };
  if (centre.status === 'not-enrolled') return { status: 'action', sentence: text.actionCentre };
  if (centre.status === 'down') {
    return { status: 'offline', sinceMs: Date.parse(centre.since), count: centre.waiting };
  }
  return centre.waiting === 0
    ? { status: 'up-to-date' }
    : { status: 'waiting', count: centre.waiting };
}

/** What works and what waits, in full sentences. */
export function storeFacts({ link, status, text }: Known): StatusFacts {
  if (link.status === 'down') return { works: [text.worksScreen], waits: [text.waitsNode] };
  if (status === undefined) return { works: [], waits: [] };
  const { centre, printer, terminal } = status;
  const works = [text.worksSelling];
  const waits: string[] = [];
  if (terminal.status === 'trouble')
    waits.push(text.waitsTerminal(terminal.detail ?? text.noDetail));
  else works.push(text.worksCard);
  if (printer.status === 'trouble') waits.push(text.waitsPrinter(printer.detail ?? text.noDetail));
  else works.push(text.worksPrinting);
  const centreWaits = centreSentence(centre, text);
  if (centreWaits === undefined) works.push(text.worksCentre);
  else waits.push(centreWaits);
  return { works, waits };
}

function centreSentence(centre: StoreStatus['centre'], text: Sentences): string | undefined {
  if (centre.status === 'down') return text.waitsCentre(centre.waiting);
  if (centre.status === 'not-enrolled') return text.waitsEnrolment;
  if (centre.status === 'set-aside') return text.waitsSetAside;
  return centre.waiting === 0 ? undefined : text.waitsSending(centre.waiting);
}
