import { type PageAnswer, type PageQuestion, startPageServer } from '../page-server.ts';
import { aDisplay, aPhone, aPrinter, aScanner, aStripe, aTerminal, type Place } from './devices.ts';

/** What a simulator tells of itself at this moment. */
export type ShopFact = {
  /** Whether a till has it on the line; absent where nobody can tell. */
  readonly isUsed?: boolean;
  /** One of its modes, or what it is doing. */
  readonly mode: string;
  readonly text: string;
  /** Of a printer: its newest paper. */
  readonly paperId?: number;
};

/** A simulator as the shop holds it. */
export type ShopDevice = {
  readonly name: string;
  readonly kind: string;
  /** As it is typed into the settings of a till. */
  readonly address: string;
  /** Absent where it has no page of its own. */
  readonly pagePort: number | undefined;
  readonly modes: readonly { readonly mode: string; readonly word: string }[];
  readonly actions: readonly string[];
  readonly fact: () => ShopFact;
  readonly paper?: (id: number) => string | undefined;
  /** `false` for what it cannot do. */
  readonly act: (action: string, value: string) => Promise<boolean>;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
};

type Kind = {
  readonly name: string;
  /** Ports that it takes, the one of its page last. */
  readonly ports: number;
  readonly start: (place: Place) => Promise<ShopDevice>;
};

/** All that a shop has, in the order of their ports. */
export const SHOP_DEVICES = {
  printer: { name: 'Comptoir', ports: 2, start: (place) => aPrinter(place, 'esc-pos') },
  kitchen: { name: 'Cuisine', ports: 2, start: (place) => aPrinter(place, 'esc-pos') },
  star: { name: 'Star', ports: 2, start: (place) => aPrinter(place, 'star-prnt') },
  label: { name: 'Étiquettes', ports: 2, start: (place) => aPrinter(place, 'esc-pos') },
  terminal: { name: 'Caisse-AP', ports: 2, start: (place) => aTerminal(place, 'caisse-ap') },
  concert: { name: 'Concert E+', ports: 2, start: (place) => aTerminal(place, 'concert') },
  display: { name: 'Afficheur 2 × 20', ports: 2, start: aDisplay },
  scanner: { name: 'Scanner', ports: 2, start: aScanner },
  phone: {
    name: 'Ligne 1',
    ports: 4,
    start: (place) =>
      aPhone({ ...place, sipPort: beside(place.port, 1), pollPort: beside(place.port, 2) }),
  },
  stripe: { name: 'Stripe Terminal', ports: 1, start: aStripe },
} as const satisfies Readonly<Record<string, Kind>>;
export type ShopDeviceId = keyof typeof SHOP_DEVICES;

/** Where each listens; `pagePort` of the shop is its index. */
export type ShopPorts = {
  readonly pagePort: number;
  readonly of: (id: ShopDeviceId) => Readonly<Record<'port' | 'pagePort', number>>;
};

export type VirtualShop = {
  readonly pagePort: number;
  readonly devices: ReadonlyMap<ShopDeviceId, ShopDevice>;
  /** `act('printer', 'fault', 'paper-end')`: what was wrong with it as a sentence, or nothing. */
  readonly act: (id: string, action: string, value: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
};

/** Ports one after the other from `first`, which is that of the index; 0 chooses free ones. */
export function portsFrom(first: number): ShopPorts {
  const starts = new Map<string, number>();
  let next = first + 1;
  for (const [id, { ports }] of Object.entries(SHOP_DEVICES)) {
    starts.set(id, next);
    next += ports;
  }
  return {
    pagePort: first,
    of(id) {
      const port = first === 0 ? 0 : (starts.get(id) ?? 0);
      return { port, pagePort: beside(port, SHOP_DEVICES[id].ports - 1) };
    },
  };
}

/**
 * Starts the simulators of a shop and a page that shows them all. Throws what the system says (a busy
 * port), having closed what it had started.
 */
export async function startVirtualShop(options: {
  readonly ids: readonly ShopDeviceId[];
  readonly ports: ShopPorts;
  /** Of the store: stands in the names of its simulators. */
  readonly name?: string | undefined;
  readonly host?: string;
}): Promise<VirtualShop> {
  const { ids, ports, host = '127.0.0.1' } = options;
  const title = options.name ?? 'Simulateurs';
  const nameOf = (own: string) => (options.name === undefined ? own : `${own} · ${options.name}`);
  const devices = new Map<ShopDeviceId, ShopDevice>();
  const close = async (): Promise<void> => {
    await Promise.all([...devices.values()].map((device) => device.close()));
  };
  const state = (): object => ({ name: title, devices: [...devices].map(shown(host)) });
  try {
    for (const id of ids) {
      const { name: own, start } = SHOP_DEVICES[id];
      devices.set(id, await start({ host, name: nameOf(own), ...ports.of(id) }));
    }
    const page = await startPageServer({
      host,
      port: ports.pagePort,
      folder: new URL('./page/', import.meta.url),
      state,
      answer: (question) => answerOf(question, devices, act),
    });
    for (const device of devices.values()) device.onChange(page.changed);
    async function act(id: string, action: string, value: string): Promise<string | undefined> {
      const device = devices.get(id as ShopDeviceId);
      if (device === undefined)
        return `Il n’y a pas de «\u202f${id}\u202f» ici\u202f: ${[...devices.keys()].join(', ')}.`;
      const isDone = await device.act(action, value);
      page.changed();
      return isDone ? undefined : cannot(id, device, `${action} ${value}`.trim());
    }
    return {
      pagePort: page.port,
      devices,
      act,
      async close() {
        await Promise.all([close(), page.close()]);
      },
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}

function cannot(id: string, { actions, modes }: ShopDevice, asked: string): string {
  const words = modes.map(({ mode }) => mode).join(', ');
  const choice = words === '' ? '' : ` Modes\u202f: ${words}.`;
  return `«\u202f${id}\u202f» ne peut pas «\u202f${asked}\u202f». Actions\u202f: ${actions.join(', ')}.${choice}`;
}

function shown(host: string) {
  return ([id, device]: [ShopDeviceId, ShopDevice]): object => {
    const { name, kind, address, pagePort, modes, actions, fact } = device;
    const page = pagePort === undefined ? {} : { page: `http://${host}:${pagePort}/` };
    return { id, name, kind, address, modes, actions, ...page, ...fact() };
  };
}

async function answerOf(
  { method, path, body }: PageQuestion,
  devices: ReadonlyMap<string, ShopDevice>,
  act: VirtualShop['act'],
): Promise<PageAnswer | undefined> {
  const paper = /^\/papers\/([a-z]+)\/(\d{1,9})\.svg$/.exec(path);
  if (method === 'GET' && paper !== null) {
    const svg = devices.get(paper[1] ?? '')?.paper?.(Number(paper[2]));
    return svg === undefined ? undefined : { type: 'svg', value: svg };
  }
  if (method !== 'POST' || path !== '/do') return undefined;
  const sentence = await act(field(body, 'device'), field(body, 'action'), field(body, 'value'));
  return sentence === undefined ? { type: 'json', value: {} } : { type: 'refused', sentence };
}

function field(body: unknown, name: string): string {
  const value: unknown =
    typeof body === 'object' && body !== null
      ? Object.getOwnPropertyDescriptor(body, name)?.value
      : undefined;
  return typeof value === 'string' ? value : '';
}

function beside(port: number, more: number): number {
  return port === 0 ? 0 : port + more;
}
