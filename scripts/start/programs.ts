import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { z } from 'zod';

import type { DemonstrationStore } from '#app/demonstration/stores.ts';

import { CannotStart } from './checks.ts';
import { portsOf, type StartOptions, type StorePorts } from './options.ts';
import { Program } from './program.ts';
import type { Addresses } from './say.ts';

const HEAD_OFFICE_EMAIL = 'siege@ocpizza.example';
const CENTRE_READY_MS = 60_000;
const READY_MS = 30_000;
/** Long enough to see the shop go on without its centre, short enough not to be forgotten. */
const CENTRE_RESTART_MS = 30_000;
const RESTART_MS = 1_000;

const StoreReady = z.object({
  url: z.string(),
  keys: z.object({ counter: z.string(), kitchen: z.string(), display: z.string() }),
});
const Code = z.string();

export type Chain = {
  /** Starts everything; `without` names a store whose node another program runs. */
  readonly start: (without?: string) => Promise<Addresses>;
  readonly stop: () => Promise<void>;
  /** Cuts the centre off, or brings it back; one after the other, and says what comes of it. */
  readonly toggleCentre: () => Promise<void>;
  /** The flags with which the node of a store is started. */
  readonly storeFlags: (storeId: string) => Promise<readonly string[]>;
};

type Context = {
  readonly options: StartOptions;
  readonly stores: readonly DemonstrationStore[];
  readonly say: (sentence: string) => void;
};

/** The programs of the demonstration: the centre, and for each store its node and simulators. */
export function chainOf(context: Context): Chain {
  const { options, stores, say } = context;
  const ports = portsOf(options.basePort);
  const password = headOfficePassword(join(options.folder, 'head-office-password'));
  const centre = centreProgram(context, ports, password);
  const running: Program[] = [];
  let isStopped = false;
  let toggled = Promise.resolve();

  const storeFlags: Chain['storeFlags'] = async (storeId) => {
    const index = stores.findIndex(({ id }) => id === storeId);
    const code = Code.parse(await centre.ask({ issueCode: storeId }, 'code'));
    return flagsOf({ options, storeId, own: ports.store(index), centrePort: ports.centre, code });
  };

  function launch(program: Program): Promise<Record<string, unknown>> {
    if (isStopped) throw new CannotStart('Le démarrage a été interrompu.');
    running.push(program);
    return program.start();
  }

  async function startStore(store: DemonstrationStore, index: number, withNode: boolean) {
    const own = ports.store(index);
    say(`Démarrage d’${store.name}…`);
    await launch(simulatorsProgram(context, store, own));
    const addresses = {
      name: store.name,
      printer: `http://127.0.0.1:${own.printerPage}/`,
      terminal: `http://127.0.0.1:${own.terminalPage}/`,
      phone: `http://127.0.0.1:${own.phonePage}/`,
      simulators: `http://127.0.0.1:${own.simulators}/`,
    };
    if (!withNode)
      return { ...addresses, counter: 'Electron', kitchen: 'Electron', display: 'Electron' };
    const node = storeProgram(context, store, await storeFlags(store.id));
    const { url, keys } = StoreReady.parse(await launch(node));
    return {
      ...addresses,
      counter: `${url}/counter/#key=${keys.counter}`,
      kitchen: `${url}/kitchen/#key=${keys.kitchen}`,
      display: `${url}/customer-display/#key=${keys.display}`,
    };
  }

  return {
    storeFlags,
    async start(without) {
      say('Démarrage du siège…');
      await launch(centre);
      const opened = [];
      for (const [index, store] of stores.entries())
        opened.push(await startStore(store, index, store.id !== without));
      const url = `http://127.0.0.1:${ports.centre}`;
      return { centre: { url, email: HEAD_OFFICE_EMAIL, password }, stores: opened };
    },
    // The stores first, then what they talk to.
    async stop() {
      isStopped = true;
      for (const program of running.splice(0).reverse()) await program.stop();
    },
    toggleCentre() {
      toggled = toggled
        .then(() => toggle(centre, say))
        .catch((fault: unknown) => say(fault instanceof Error ? fault.message : String(fault)));
      return toggled;
    },
  };
}

async function toggle(centre: Program, say: (sentence: string) => void): Promise<void> {
  if (centre.isRunning) {
    await centre.stop();
    say('Le siège est coupé : les magasins continuent. « c » puis Entrée le rétablit.');
    return;
  }
  await centre.start();
  say('Le siège est rétabli.');
}

function flagsOf({
  options,
  storeId,
  own,
  centrePort,
  code,
}: {
  options: StartOptions;
  storeId: string;
  own: StorePorts;
  centrePort: number;
  code: string;
}): readonly string[] {
  return [
    ...['--store', storeId],
    ...['--folder', resolve(options.folder, storeId)],
    ...['--port', String(own.screens)],
    ...['--screens', resolve('dist/renderer')],
    ...['--printer', `127.0.0.1:${own.printer}`],
    ...['--terminal', `127.0.0.1:${own.terminal}`],
    ...['--phone', `127.0.0.1:${own.phone}`],
    ...['--centre', `http://127.0.0.1:${centrePort}`],
    ...['--enrolment-code', code],
  ];
}

function centreProgram(
  { options, say }: Context,
  ports: ReturnType<typeof portsOf>,
  password: string,
): Program {
  return new Program({
    title: 'Le siège',
    file: 'dist/central-server/index.mjs',
    args: [
      ...['--port', String(ports.centre)],
      ...['--data', resolve(options.folder, 'centre')],
      ...['--postgres-port', String(ports.postgres)],
      ...['--head-office-email', HEAD_OFFICE_EMAIL],
      '--demonstration',
    ],
    env: { OC_PIZZA_HEAD_OFFICE_PASSWORD: password },
    log: join(options.folder, 'logs', 'centre.log'),
    readyWithinMs: CENTRE_READY_MS,
    restartAfterMs: CENTRE_RESTART_MS,
    say,
  });
}

function storeProgram(
  { options, say }: Context,
  store: DemonstrationStore,
  flags: readonly string[],
): Program {
  return new Program({
    title: store.name,
    file: 'dist/main/store-node.mjs',
    args: flags,
    log: join(options.folder, 'logs', `${store.id}.log`),
    readyWithinMs: READY_MS,
    restartAfterMs: RESTART_MS,
    say,
  });
}

/** The printer, the terminal and the telephone of a store, each on its own ports, and their page. */
function simulatorsProgram(
  { options, say }: Context,
  store: DemonstrationStore,
  own: StorePorts,
): Program {
  return new Program({
    title: `Les simulateurs de ${store.name}`,
    file: 'scripts/simulators/index.ts',
    args: [
      ...['--only', 'printer,terminal,phone', '--name', store.name],
      ...['--port', String(own.simulators)],
      ...['--at', `printer=${own.printer}/${own.printerPage}`],
      ...['--at', `terminal=${own.terminal}/${own.terminalPage}`],
      ...['--at', `phone=${own.phone}/${own.phonePage}`],
    ],
    log: join(options.folder, 'logs', `${store.id}-simulators.log`),
    readyWithinMs: READY_MS,
    restartAfterMs: RESTART_MS,
    say,
  });
}

/** Made at the first start, readable by its owner only, shown at every start. */
function headOfficePassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(9).toString('base64url');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}
