import { createInterface } from 'node:readline';

import { demonstrationStores } from '#app/demonstration/stores.ts';

import { buildIfStale } from '../build.ts';
import { CannotStart, checkPorts, prepareFolder, sentenceOf } from './checks.ts';
import { electronBinary, openElectron } from './electron.ts';
import { HELP, portsOf, readOptions, type StartOptions, WrongOption } from './options.ts';
import { type Chain, chainOf } from './programs.ts';
import { addressTable } from './say.ts';

const say = (sentence: string) => console.log(sentence);

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) say(HELP);
  else await run(options);
} catch (fault) {
  const isKnown = fault instanceof CannotStart || fault instanceof WrongOption;
  const sentence = isKnown ? fault.message : sentenceOf(fault);
  if (sentence === undefined) throw fault;
  console.error(sentence);
  process.exitCode = 1;
}

/** Starts the whole chain, says where its screens are, and stops it all on Ctrl-C. */
async function run(options: StartOptions): Promise<void> {
  const stores = demonstrationStores
    .filter(({ status }) => status === 'open')
    .slice(0, options.stores);
  const ports = portsOf(options.basePort);
  await checkPorts([
    { port: ports.centre, use: 'siège' },
    { port: ports.postgres, use: 'base du siège' },
    ...stores.flatMap((store, index) =>
      Object.values(ports.store(index)).map((port) => ({ port, use: store.name })),
    ),
  ]);
  // After the ports: what a chain that runs is working on is never erased.
  prepareFolder(options.folder, { fresh: options.fresh });
  say('Préparation des écrans…');
  await buildIfStale();

  const electron = options.browserOnly ? undefined : electronBinary();
  const chain = chainOf({ options, stores, say });
  const { stop, isStopping } = onceStopping(chain);
  process.on('SIGINT', () => void stop('Ctrl-C'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGHUP', () => void stop('SIGHUP'));
  try {
    const addresses = await chain.start(electron === undefined ? undefined : stores[0]?.id);
    say(addressTable(addresses));
    if (electron !== undefined && stores[0] !== undefined) {
      const storeFlags = await chain.storeFlags(stores[0].id);
      openElectron({ binary: electron, storeFlags, onClosed: () => void stop('Electron fermé') });
    }
  } catch (fault) {
    // Ctrl-C in the middle of a start breaks the start off; that is no fault.
    if (isStopping()) return;
    await chain.stop();
    throw fault;
  }
  if (electron === undefined && !options.browserOnly)
    say(
      'Electron n’est pas installé ici : les mêmes écrans s’ouvrent dans un navigateur, aux adresses ci-dessus.',
    );
  say('Ctrl-C arrête tout.  « c » puis Entrée : coupe le siège, ou le rétablit.');
  listenToKeys(chain, stop);
}

/** Stops once, whoever asks first; leaves nothing running. */
function onceStopping(chain: Chain): {
  stop: (why: string) => Promise<void>;
  isStopping: () => boolean;
} {
  let stopping: Promise<void> | undefined;
  return {
    isStopping: () => stopping !== undefined,
    stop(why) {
      stopping ??= (async () => {
        say(`\nArrêt (${why})…`);
        await chain.stop();
        say('Tout est arrêté. Les données sont gardées.');
        process.exit(0);
      })();
      return stopping;
    },
  };
}

function listenToKeys(chain: Chain, stop: (why: string) => Promise<void>): void {
  const keys = createInterface({ input: process.stdin });
  keys.on('line', (line) => {
    const key = line.trim().toLowerCase();
    if (key === 'c') void chain.toggleCentre();
    if (key === 'q') void stop('q');
  });
}
