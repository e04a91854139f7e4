import { parseArgs } from 'node:util';

export type StartOptions = {
  readonly stores: number;
  readonly fresh: boolean;
  readonly folder: string;
  readonly basePort: number;
  readonly browserOnly: boolean;
  readonly help: boolean;
};

/** As many as the demonstration chain has open. */
const STORES_MAX = 5;
const PORTS_PER_STORE = 10;

export const HELP = `npm start -- [options]

  --stores N     nombre de magasins ouverts, de 1 à ${STORES_MAX} (1 par défaut)
  --fresh        repartir de zéro : efface les données de la démonstration
  --data DOSSIER dossier des données (./data par défaut)
  --port N       premier port (7300 par défaut : le siège ; un magasin toutes les dizaines)
  --browser      ne pas ouvrir Electron, même s’il est installé
`;

/** A wrong option; the message is one sentence for the person who typed it. */
export class WrongOption extends Error {
  override readonly name = 'WrongOption';
}

export function readOptions(argv: readonly string[]): StartOptions {
  const values = parse(argv);
  const stores = whole(values.stores ?? '1', '--stores', 1, STORES_MAX);
  const lastPort = 65_535 - (STORES_MAX + 1) * PORTS_PER_STORE;
  return {
    stores,
    fresh: values.fresh ?? false,
    folder: values.data ?? 'data',
    basePort: whole(values.port ?? '7300', '--port', 1_024, lastPort),
    browserOnly: values.browser ?? false,
    help: values.help ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        stores: { type: 'string' },
        fresh: { type: 'boolean' },
        data: { type: 'string' },
        port: { type: 'string' },
        browser: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (fault) {
    throw new WrongOption(`Option inconnue ou incomplète ; voir npm start -- --help.`, {
      cause: fault,
    });
  }
}

function whole(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new WrongOption(`${name} attend un nombre entier de ${least} à ${most}, pas « ${text} ».`);
}

export type StorePorts = {
  readonly screens: number;
  readonly printer: number;
  readonly printerPage: number;
  readonly terminal: number;
  readonly terminalPage: number;
  /** Of the page with all simulators of the store. */
  readonly simulators: number;
  /** Of the telephone's modem; its exchange and its operator follow. */
  readonly phone: number;
  readonly phoneExchange: number;
  readonly phoneOperator: number;
  readonly phonePage: number;
};

/** 7300 the centre, 7301 its database; 7310 the first store, 7320 the second, and so on. */
export function portsOf(basePort: number): {
  centre: number;
  postgres: number;
  store: (index: number) => StorePorts;
} {
  return {
    centre: basePort,
    postgres: basePort + 1,
    store(index) {
      const first = basePort + (index + 1) * PORTS_PER_STORE;
      return {
        screens: first,
        printer: first + 1,
        printerPage: first + 2,
        terminal: first + 3,
        terminalPage: first + 4,
        simulators: first + 5,
        phone: first + 6,
        phoneExchange: first + 7,
        phoneOperator: first + 8,
        phonePage: first + 9,
      };
    },
  };
}
