import { parseArgs } from 'node:util';

import { SHOP_DEVICES, type ShopDeviceId } from '#hardware/virtual/shop/shop.ts';

export type SimulatorOptions = {
  /** Of the page with all of them; the others follow. 0 chooses free ones. */
  readonly port: number;
  readonly ids: readonly ShopDeviceId[];
  /** Of a store, where there are several. */
  readonly name: string | undefined;
  readonly scriptFile: string | undefined;
  /** One by one, for whoever has a plan of their own: `printer=7311/7312`. */
  readonly places: ReadonlyMap<string, Readonly<Record<'port' | 'pagePort', number>>>;
};

const ALL = Object.keys(SHOP_DEVICES) as ShopDeviceId[];
const FIRST_PORT = 7400;

export const USAGE = `npm run simulators -- [options]

  --port N        premier port (${FIRST_PORT} par défaut : la page de tous les simulateurs)
  --only A,B      seulement ceux-là, parmi ${ALL.join(', ')}
  --at A=N/M      le port et la page d’un simulateur, ailleurs qu’à la suite (répétable)
  --name NOM      le magasin, dans le nom de chaque simulateur
  --script FICHIER  ce qui arrive et quand : « secondes appareil action valeur » par ligne
`;

/** `undefined` for what cannot be read. */
export function simulatorOptions(argv: readonly string[]): SimulatorOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: String(FIRST_PORT) },
        only: { type: 'string', default: ALL.join(',') },
        at: { type: 'string', multiple: true, default: [] },
        name: { type: 'string' },
        script: { type: 'string' },
      },
    });
    const ids = values.only.split(',').map((id) => ALL.find((known) => known === id));
    const places = values.at.map(placeIn);
    const port = portIn(values.port);
    if (port === undefined || !ids.every(isThere) || !places.every(isThere)) return undefined;
    return { port, ids, name: values.name, scriptFile: values.script, places: new Map(places) };
  } catch {
    // An option we do not know: the caller prints how to call.
    return undefined;
  }
}

function placeIn(text: string) {
  const found = /^([a-z]+)=(\d{1,5})\/(\d{1,5})$/.exec(text);
  const id = ALL.find((known) => known === found?.[1]);
  const [port, pagePort] = [portIn(found?.[2] ?? ''), portIn(found?.[3] ?? '')];
  if (id === undefined || port === undefined || pagePort === undefined) return undefined;
  return [id, { port, pagePort }] as const;
}

function portIn(text: string): number | undefined {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
