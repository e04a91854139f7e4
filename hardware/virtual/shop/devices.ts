import { startVirtualPhone } from '../../caller-id/virtual/server.ts';
import { startVirtualDisplay } from '../../display/virtual/server.ts';
import { printerFaultOf } from '../../printer/virtual/fault.ts';
import type { PrinterFault } from '../../printer/virtual/machine.ts';
import { startVirtualPrinter } from '../../printer/virtual/server.ts';
import { startVirtualScanner } from '../../scanner/virtual/server.ts';
import { modesOf, type Protocol, terminalModeOf } from '../../terminal/virtual/modes.ts';
import { startVirtualTerminal } from '../../terminal/virtual/server.ts';
import { type StripeMode, startVirtualStripe } from '../../terminal/virtual/stripe/server.ts';
import type { ShopDevice, ShopFact } from './shop.ts';

/** Where a simulator listens. 0 chooses a free port. */
export type Place = { readonly host: string; readonly name: string } & Readonly<
  Record<'port' | 'pagePort', number>
>;

/** What every printer page offers, as its keys send it. */
export const PRINTER_FAULTS = {
  none: 'Marche',
  'paper-end': 'Plus de papier',
  'near-end': 'Bientôt plus de papier',
  'cover-open': 'Capot ouvert',
  cutter: 'Massicot bloqué',
  error: 'En panne',
  offline: 'Hors ligne',
  slow: 'Lente',
  'cut-cable': 'Câble arraché',
  'half-open': 'Liaison muette au milieu',
  silent: 'Liaison muette',
  'power-cut': 'Coupure de courant',
  off: 'Éteinte',
} as const;

export async function aPrinter(
  { host, name, port, pagePort }: Place,
  language: 'esc-pos' | 'star-prnt',
): Promise<ShopDevice> {
  const device = await startVirtualPrinter({ host, name, port, pagePort, language });
  return {
    ...{ name, kind: 'Imprimante', address: `${host}:${device.port}`, pagePort: device.pagePort },
    modes: words(PRINTER_FAULTS),
    actions: ['fault', 'drawer'],
    fact: (): ShopFact => {
      const papers = device.receipts();
      return {
        isUsed: device.isConnected(),
        mode: wordOf(device.fault()),
        text: papers.length === 0 ? 'Aucun papier' : `${papers.length} sur le comptoir`,
        ...(papers[0] === undefined ? {} : { paperId: papers[0].id }),
      };
    },
    paper: (id) => device.receipts().find((paper) => paper.id === id)?.svg,
    async act(action, value) {
      if (action === 'drawer' && (value === 'open' || value === 'shut')) {
        device.setDrawer(value);
        return true;
      }
      const next = action === 'fault' ? printerFaultOf({ kind: value }) : undefined;
      if (next === undefined) return false;
      await device.setFault(next);
      return true;
    },
    onChange: device.onChange,
    close: device.close,
  };
}

export async function aTerminal(place: Place, protocol: Protocol): Promise<ShopDevice> {
  const { host, name } = place;
  const device = await startVirtualTerminal({ ...place, protocol });
  return {
    ...{ name, kind: 'Terminal de paiement', pagePort: device.pagePort },
    address: `${protocol === 'concert' ? 'tcp://' : ''}${host}:${device.port}`,
    modes: modesOf(protocol).map((one) => ({ mode: one.mode, word: one.word })),
    actions: ['mode', 'answer'],
    fact: () => {
      const done = device.transactions();
      return { mode: device.mode().kind, text: `${done.length} opérations` };
    },
    act(action, value) {
      if (action === 'answer')
        return Promise.resolve(
          (value === 'accept' || value === 'refuse' || value === 'abandon') && device.decide(value),
        );
      const next = action === 'mode' ? terminalModeOf({ mode: value }, protocol) : undefined;
      if (next === undefined) return Promise.resolve(false);
      device.setMode(next);
      return Promise.resolve(true);
    },
    onChange: device.onChange,
    close: device.close,
  };
}

export async function aDisplay(place: Place): Promise<ShopDevice> {
  const device = await startVirtualDisplay(place);
  return {
    ...{ name: place.name, kind: 'Afficheur client', pagePort: device.pagePort },
    address: `tcp://${place.host}:${device.port}`,
    modes: words({ plug: 'Branché', unplug: 'Débranché' }),
    actions: ['mode'],
    fact: () => ({
      isUsed: device.taken() > 0,
      mode: device.isPlugged() ? 'plug' : 'unplug',
      text: device
        .display()
        .rows.map((row) => row.trimEnd())
        .join('\n'),
    }),
    act(action, value) {
      if (action !== 'mode' || (value !== 'plug' && value !== 'unplug'))
        return Promise.resolve(false);
      device[value]();
      return Promise.resolve(true);
    },
    onChange: device.onChange,
    close: device.close,
  };
}

export async function aScanner(place: Place): Promise<ShopDevice> {
  const device = await startVirtualScanner(place);
  return {
    ...{ name: place.name, kind: 'Scanner et clavier de cuisine', pagePort: device.pagePort },
    address: `${place.host}:${device.port}`,
    modes: words({ plug: 'Branchés', unplug: 'Débranchés' }),
    actions: ['mode', 'scan', 'press'],
    fact: () => ({
      isUsed: device.isOpen('scanner') || device.isOpen('bump-bar'),
      mode: device.isPlugged('scanner') ? 'plug' : 'unplug',
      text: 'Bus USB simulé',
    }),
    act(action, value) {
      if (action === 'scan') return Promise.resolve(device.scan(value));
      if (action === 'press') return Promise.resolve(device.press(value));
      if (action !== 'mode' || (value !== 'plug' && value !== 'unplug'))
        return Promise.resolve(false);
      for (const name of ['scanner', 'bump-bar'] as const)
        device.setPlugged(name, value === 'plug');
      return Promise.resolve(true);
    },
    onChange: device.onChange,
    close: device.close,
  };
}

const NUMBER = /^\+?\d{3,20}$/;

export async function aPhone(
  place: Place & { readonly sipPort: number; readonly pollPort: number },
): Promise<ShopDevice> {
  const device = await startVirtualPhone(place);
  const latest = () => device.calls()[0];
  return {
    ...{ name: place.name, kind: 'Téléphone', pagePort: device.pagePort },
    address: `tcp://${place.host}:${device.port}`,
    modes: [],
    actions: ['call', 'answer', 'end'],
    fact: () => {
      const call = latest();
      const { isModemAsked, isSipRegistered, isPolled } = device.lines();
      return {
        isUsed: isModemAsked || isSipRegistered || isPolled,
        mode: call?.status ?? '',
        text: call === undefined ? 'Aucun appel' : (call.number ?? 'Numéro masqué'),
      };
    },
    act(action, value) {
      if (action === 'call') {
        const number = value.replace(/[ .]/g, '');
        const isHidden = number === '' || number === 'masqué';
        if (!isHidden && !NUMBER.test(number)) return Promise.resolve(false);
        device.call({ number: isHidden ? undefined : number });
        return Promise.resolve(true);
      }
      const call = latest();
      if (call === undefined || (action !== 'answer' && action !== 'end'))
        return Promise.resolve(false);
      return Promise.resolve(device.end(call.id, action === 'answer' ? 'answered' : 'ended'));
    },
    onChange: device.onChange,
    close: device.close,
  };
}

/** What Stripe's servers, the reader and the customer do. */
const STRIPE_MODES = {
  accept: 'Accepte seul',
  refuse: 'Refuse seul',
  manual: 'Quelqu’un décide',
  offline: 'Lecteur hors réseau',
  'unavailable-once': 'Indisponible une fois',
  unavailable: 'Indisponible',
  'lost-answer': 'Réponse perdue',
  mute: 'Muet',
} as const satisfies Readonly<Record<StripeMode, string>>;

/** Of the simulator only: it opens nothing elsewhere. */
export const VIRTUAL_STRIPE = { readerId: 'tmr_virtual', secretKey: 'sk_test_virtual' } as const;

export async function aStripe({ name, port }: Place): Promise<ShopDevice> {
  const device = await startVirtualStripe({ ...VIRTUAL_STRIPE, port, mode: 'accept' });
  let mode = 'accept';
  return {
    ...{ name, kind: 'Paiement par Internet', address: device.address, pagePort: undefined },
    modes: words(STRIPE_MODES),
    actions: ['mode', 'answer'],
    fact: () => ({ mode, text: `${device.requests().length} demandes` }),
    act(action, value) {
      if (action === 'answer' && (value === 'accept' || value === 'refuse')) {
        device.decide(value);
        return Promise.resolve(true);
      }
      const next = Object.keys(STRIPE_MODES).find((one) => action === 'mode' && one === value);
      if (next === undefined) return Promise.resolve(false);
      mode = next;
      device.setMode(next as keyof typeof STRIPE_MODES);
      return Promise.resolve(true);
    },
    onChange: device.onChange,
    close: device.close,
  };
}

/** A line that is half open from the start is `silent` on the page. */
function wordOf(fault: PrinterFault): string {
  return fault.kind === 'half-open' && fault.afterBytes === 0 ? 'silent' : fault.kind;
}

function words(described: Readonly<Record<string, string>>): ShopDevice['modes'] {
  return Object.entries(described).map(([mode, word]) => ({ mode, word }));
}
