import type { Columns, PaperLine } from '#app/receipt/layout.ts';
import { linesToSvg } from '#app/receipt/svg.ts';
import { linesToText } from '#app/receipt/text.ts';

import { type PageAnswer, type PageQuestion, startPageServer } from '../../virtual/page-server.ts';
import { printerFaultOf } from './fault.ts';
import { type PrinterFault, PrinterMachine, type VirtualLanguage } from './machine.ts';
import { openPlug, type PrinterEnd } from './plug.ts';

/** The virtual printer keeps this many receipts, as a spike on the counter would. */
const RECEIPTS_MAX = 50;

export type VirtualPrinterOptions = {
  readonly name: string;
  readonly host?: string;
  /** 0 chooses a free one. */
  readonly port: number;
  readonly pagePort: number;
  readonly columns?: Columns;
  readonly language?: VirtualLanguage;
  /** Whether it answers `GS ( H` with our job id; clones do not. */
  readonly knowsJobs?: boolean;
  readonly now?: () => string;
};

export type ReceiptOnPaper = {
  readonly id: number;
  readonly printedAt: string;
  readonly columns: number;
  readonly lines: readonly PaperLine[];
  /** `false` when the line was cut before the end of the receipt. */
  readonly isComplete: boolean;
  readonly text: string;
  readonly svg: string;
};

export type VirtualPrinter = {
  readonly port: number;
  readonly pagePort: number;
  /** Newest first. */
  readonly receipts: () => readonly ReceiptOnPaper[];
  readonly drawerOpenings: () => number;
  readonly drawer: () => 'open' | 'shut';
  readonly setDrawer: (state: 'open' | 'shut') => void;
  readonly isConnected: () => boolean;
  /** Plugs in the far end of a line that is no network, such as a memory or a serial one. */
  readonly attach: (end: PrinterEnd) => void;
  readonly fault: () => PrinterFault;
  readonly setFault: (fault: PrinterFault) => Promise<void>;
  /** Called after every receipt, fault or connection. The answer ends it. */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
};

/** A receipt printer that is not there: ESC/POS or Star on TCP, its paper on a page. */
export async function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const host = options.host ?? '127.0.0.1';
  const { device, state, answer } = await plugIn(options, host);
  const page = await startPageServer({
    host,
    port: options.pagePort,
    folder: new URL('./page/', import.meta.url),
    state,
    answer,
  }).catch(async (fault: unknown) => {
    await device.close();
    throw fault;
  });
  const stopTelling = device.onChange(page.changed);
  return {
    ...device,
    pagePort: page.port,
    async close() {
      stopTelling();
      await Promise.all([device.close(), page.close()]);
    },
  };
}

type PluggedIn = {
  readonly device: Omit<VirtualPrinter, 'pagePort'>;
  /** What the page shows. */
  readonly state: () => object;
  readonly answer: (question: PageQuestion) => Promise<PageAnswer | undefined>;
};

async function plugIn(options: VirtualPrinterOptions, host: string): Promise<PluggedIn> {
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const columns = options.columns ?? 48;
  const spike = receiptSpike(columns, options.now ?? (() => new Date().toISOString()));
  let drawerOpenings = 0;
  const machine = new PrinterMachine({
    columns,
    language: options.language ?? 'esc-pos',
    knowsJobs: options.knowsJobs ?? true,
    reply: (bytes) => plug.reply(bytes),
    printed(receipt) {
      spike.add(receipt);
      changed();
    },
    drawerOpened() {
      drawerOpenings += 1;
      changed();
    },
    changed,
  });
  const plug = await openPlug({ host, port: options.port, machine, changed });
  const setFault = async (fault: PrinterFault): Promise<void> => {
    machine.setFault(fault);
    await plug.faultChanged();
  };
  const device = {
    port: plug.port,
    receipts: spike.all,
    drawerOpenings: () => drawerOpenings,
    drawer: () => machine.drawer,
    setDrawer: (drawer: 'open' | 'shut') => machine.setDrawer(drawer),
    attach: plug.attach,
    isConnected: plug.isConnected,
    fault: () => machine.fault,
    setFault,
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: plug.close,
  };
  const state = (): object => ({
    name: options.name,
    address: `${host}:${plug.port}`,
    fault: machine.fault,
    isConnected: plug.isConnected(),
    drawerOpenings,
    drawer: machine.drawer,
    language: options.language ?? 'esc-pos',
    receipts: spike.all().map(({ id, printedAt, isComplete }) => ({ id, printedAt, isComplete })),
  });
  return {
    device,
    state,
    answer: (question) => answerOf(question, spike, { setFault, setDrawer: device.setDrawer }),
  };
}

type Spike = {
  readonly add: (receipt: { lines: readonly PaperLine[]; isComplete: boolean }) => void;
  readonly all: () => readonly ReceiptOnPaper[];
};

function receiptSpike(columns: Columns, now: () => string): Spike {
  let receipts: readonly ReceiptOnPaper[] = [];
  let id = 0;
  return {
    add({ lines, isComplete }) {
      id += 1;
      const receipt: ReceiptOnPaper = {
        id,
        printedAt: now(),
        columns,
        lines,
        isComplete,
        text: linesToText(lines, columns),
        svg: linesToSvg(lines, columns),
      };
      receipts = [receipt, ...receipts].slice(0, RECEIPTS_MAX);
    },
    all: () => receipts,
  };
}

async function answerOf(
  { method, path, body }: PageQuestion,
  spike: Spike,
  { setFault, setDrawer }: Pick<VirtualPrinter, 'setFault' | 'setDrawer'>,
): Promise<PageAnswer | undefined> {
  if (method === 'GET' && path === '/receipts') {
    const shown = spike.all().map(({ id, printedAt, columns, isComplete, text }) => {
      return { id, printedAt, columns, isComplete, text };
    });
    return { type: 'json', value: shown };
  }
  const receipt = spike.all().find(({ id }) => path === `/receipts/${id}.svg`);
  if (method === 'GET' && receipt !== undefined) return { type: 'svg', value: receipt.svg };
  if (method === 'POST' && path === '/drawer') {
    const drawer = drawerOf(body);
    if (drawer === undefined) return { type: 'refused', sentence: 'Le tiroir est open ou shut.' };
    setDrawer(drawer);
    return { type: 'json', value: { drawer } };
  }
  if (method !== 'POST' || path !== '/fault') return undefined;
  const fault = printerFaultOf(body);
  if (fault === undefined) return { type: 'refused', sentence: 'Panne inconnue.' };
  await setFault(fault);
  return { type: 'json', value: fault };
}

/** Reads `{ drawer: 'open' | 'shut' }`. */
function drawerOf(body: unknown): 'open' | 'shut' | undefined {
  if (typeof body !== 'object' || body === null || !('drawer' in body)) return undefined;
  return body.drawer === 'open' || body.drawer === 'shut' ? body.drawer : undefined;
}
