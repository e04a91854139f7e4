import { join } from 'node:path';

import type { Caller, Contract, Handlers } from '#app/contract/contract.ts';
import { type Door, type DoorReport, openDoor } from '#app/contract/door.ts';
import { storeContract, type StoreContract } from '#app/contract/store.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { accept } from '#app/lib/result.ts';

import { openDatabase } from '../../../database/open.ts';
import { cardPayments } from '../../../readers/card-payments.ts';
import { callService } from '../../calls/call-service.ts';
import type { StoreContext } from '../../context.ts';
import { deliveryTerms } from '../../customers/delivery-terms.ts';
import { type CustomerInput, writeCustomer } from '../../customers/save.ts';
import { journalOfStore } from '../../journal-of-store.ts';
import { kitchenLoad } from '../../kitchen-load.ts';
import { approver } from '../../staff/approve.ts';
import { trainingCalls } from './known-call.ts';
import { printNowhere } from './print-nowhere.ts';
import { trainingProgress } from './progress.ts';
import { simulatedTerminal } from './simulated-terminal.ts';
import { trainingDevices } from './training-devices.ts';
import type { Training } from './training.ts';

/** What the training world makes for itself; all else it has from the real one. */
type OwnFields =
  | 'store'
  | 'sql'
  | 'journal'
  | 'announce'
  | 'cards'
  | 'printing'
  | 'kitchenLoad'
  | 'training'
  | 'isTraining'
  | 'approve'
  | 'deliveryTermsOf';

export type TrainingOptions = {
  /** Of the store; `training.sqlite` stands beside its database. */
  readonly folder: string;
  /** The database and the journal of the real world: which devices train, who passed what. */
  readonly real: { readonly sql: Sql; readonly journal: Journal<StoreEvent> };
  /** What a handler needs and is the same in both worlds, or was made harmless for this one. */
  readonly base: Omit<StoreContext, OwnFields> & Pick<StoreContext, 'store'>;
  readonly handlersOf: (context: StoreContext) => Handlers<StoreContract, Caller>;
  readonly report: DoorReport;
  /** To the screens of the training world. */
  readonly announce: (topics: readonly string[]) => void;
  /** To the screens of the real world: who passed what. */
  readonly announceReal: (topics: readonly string[]) => void;
  /** To one device that has just changed worlds: everything it shows is stale. */
  readonly announceTo: (device: string, topics: readonly string[]) => void;
  /** Invented people: the real ones are nobody's to practise on. */
  readonly customers: readonly CustomerInput[];
  /** How long a card takes; only a test makes it shorter. */
  readonly cardMs?: number | undefined;
};

export type TrainingWorld = Training & {
  /** The door of the training world, whose database is opened at the first need. */
  readonly door: () => Promise<Door>;
  readonly close: () => Promise<void>;
};

type Opened = {
  readonly door: Door;
  readonly ring: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * A second shop beside the real one, to practise in: the same handlers over a database and a journal
 * of its own that is never sent anywhere, with its own order numbers, a simulated terminal and a
 * printer that prints nothing. Nothing done in it touches turnover, stock or the centre.
 */
export function trainingWorld(options: TrainingOptions): TrainingWorld {
  const { real, base } = options;
  const devices = trainingDevices(real.sql);
  const terminal = simulatedTerminal(options.cardMs);
  let opened: Promise<Opened> | undefined;
  const open = () => {
    opened ??= openWorld(options, training, terminal);
    return opened;
  };

  /** The device shows nothing that still holds; the others see that it came or went. */
  function moved(device: string): void {
    options.announceTo(device, allTopics(storeContract));
    options.announce(['session']);
    options.announceReal(['session', 'display']);
  }

  const training: Training = {
    isIn: devices.has,
    async start(device) {
      await open();
      devices.add(device, base.now());
      moved(device);
    },
    stop(device) {
      if (devices.remove(device)) moved(device);
    },
    answerNext: terminal.answerNext,
    ring: async () => (await open()).ring(),
    report(employeeId, exercise) {
      base.staff.note({ type: 'training.reported', data: { employeeId, ...exercise } });
      options.announce(['training']);
      options.announceReal(['training']);
    },
    progress: () => trainingProgress(real.sql),
  };
  return {
    ...training,
    door: async () => (await open()).door,
    close: async () => (await opened)?.close(),
  };
}

async function openWorld(
  { folder, base, handlersOf, report, announce, customers }: TrainingOptions,
  training: Training,
  terminal: ReturnType<typeof simulatedTerminal>,
): Promise<Opened> {
  const { now, log } = base;
  const database = await openDatabase(join(folder, 'training.sqlite'));
  const { sql, journal } = journalOfStore({
    database,
    storeId: `${base.store.id}-formation`,
    now,
  });
  journal.onAppended(announce);
  sql.transaction(() => {
    for (const customer of customers) writeCustomer(sql, customer, now());
  });
  const cards = cardPayments({
    journal,
    sql,
    terminal,
    log,
    onChange: () => announce(['status', 'payments']),
  });
  const since = now();
  const context: StoreContext = {
    ...base,
    store: { ...base.store, name: `FACTICE · ${base.store.name}` },
    sql,
    journal,
    announce,
    cards: {
      ask: cards.ask,
      printSlipAgain: () => Promise.resolve(accept({})),
      status: () => ({ status: 'ready', detail: 'Terminal simulé', since }),
    },
    printing: printNowhere({ sql, since, announce }),
    kitchenLoad: kitchenLoad(sql, journal, now),
    training,
    isTraining: true,
    // The centre knows nothing of these orders.
    receiptsUrl: undefined,
    approve: approver({ staff: base.staff, journal, now }),
    deliveryTermsOf: deliveryTerms(sql, base.area),
  };
  const door = openDoor(storeContract, handlersOf(context), report);
  return {
    door,
    ring: trainingCalls({ door, calls: callService({ sql, now, announce }), customers, now }),
    async close() {
      await cards.close();
      database.close();
    },
  };
}

/** All topics that some view reads. */
function allTopics(contract: Contract): string[] {
  return [...new Set(Object.values(contract).flatMap(({ reads }) => reads ?? []))];
}
