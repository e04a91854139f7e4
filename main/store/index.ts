import pino from 'pino';

import { DEMONSTRATION_CUSTOMERS, inventedCustomers } from '#app/demonstration/customers.ts';
import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { demonstrationPrices } from '#app/demonstration/store-prices.ts';
import { demonstrationStores } from '#app/demonstration/stores.ts';
import { demonstrationTillStaff } from '#app/demonstration/till-staff.ts';
import { demonstrationArea } from '#app/demonstration/zones.ts';
import { storeMenu } from '#app/domain/menu/store-menu.ts';

import type { StoreIdentity } from './context.ts';
import { beginWithSampleAddresses } from './customers/demonstration-data.ts';
import { readFlags, type StoreFlags } from './start/options.ts';
import { speakWithParent } from './start/parent.ts';
import { startStore } from './start/start-store.ts';
import { sentenceFor } from './start/start-faults.ts';

/** The store node under plain Node, or as a utility process of the Electron shell. */
const log = pino(
  { name: 'store', level: process.env['OC_PIZZA_LOG'] ?? 'info' },
  pino.destination({ dest: 2, sync: true }),
);

try {
  const flags = readFlags(process.argv.slice(2), process.env);
  const customers = inventedCustomers(DEMONSTRATION_CUSTOMERS);
  const node = await startStore({
    store: identityOf(flags.store),
    menu: storeMenu(demonstrationMenu, flags.store, demonstrationPrices[flags.store]),
    employees: demonstrationTillStaff(flags.store),
    area: demonstrationArea(flags.store),
    firstCustomers: customers,
    trainingCustomers: customers,
    folder: flags.folder,
    host: flags.host,
    port: flags.port,
    screens: flags.screens,
    log,
    ...optional(flags),
  });
  await beginWithSampleAddresses(flags.folder, new Date().toISOString());
  log.info({ url: node.url, storeId: flags.store }, 'store node ready');
  speakWithParent(node, log);
} catch (fault) {
  log.fatal({ err: fault }, 'store node did not start');
  process.stderr.write(`${sentenceFor(fault)}\n`);
  process.exit(1);
}

function optional(flags: StoreFlags) {
  const { centre, printer, terminal, phone, 'enrolment-code': enrolmentCode } = flags;
  const { smtp, 'mail-from': from } = flags;
  return {
    ...(centre === undefined ? {} : { centre: { url: centre, enrolmentCode } }),
    ...(printer === undefined ? {} : { printer }),
    ...(terminal === undefined ? {} : { terminal }),
    ...(phone === undefined ? {} : { phone }),
    ...(smtp === undefined || from === undefined ? {} : { mail: { smtp, from } }),
  };
}

function identityOf(storeId: string): StoreIdentity {
  const store = demonstrationStores.find(({ id }) => id === storeId);
  if (store === undefined) throw new Error(`Magasin inconnu : ${storeId}`);
  return store;
}
