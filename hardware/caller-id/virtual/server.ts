import { type PageAnswer, type PageQuestion, startPageServer } from '../../virtual/page-server.ts';
import { PhoneMachine, type VirtualCall } from './machine.ts';
import { listenModem, ModemSide } from './modem-side.ts';
import { startPollSide } from './operator-side.ts';
import {
  modemOutlet,
  pollOutlet,
  sipOutlet,
  type WebhookOutlet,
  webhookOutlet,
} from './outlets.ts';
import { startSipSide } from './sip-side.ts';

export type VirtualPhoneOptions = {
  readonly name: string;
  readonly host?: string;
  /** Of the modem's serial server; 0 chooses a free one, here and below. */
  readonly port: number;
  readonly pagePort: number;
  /** Of the exchange; one more than `port` unless said. */
  readonly sipPort?: number;
  /** Of the operator's event server; two more than `port` unless said. */
  readonly pollPort?: number;
  /** Where the shop listens for the operator. */
  readonly webhookUrl?: string;
  /** Password of the account, token of the event server, secret of the webhook. */
  readonly secret?: string;
  readonly now?: () => string;
};

export type VirtualPhone = {
  readonly port: number;
  readonly pagePort: number;
  readonly sipPort: number;
  readonly pollUrl: string;
  readonly modem: ModemSide;
  /** Somebody calls; answers the number of the call. `undefined` is withheld. */
  readonly call: (caller: { number: string | undefined; name?: string }) => number;
  readonly end: (id: number, status: 'answered' | 'ended') => boolean;
  readonly calls: () => readonly VirtualCall[];
  readonly lines: () => PhoneLines;
  readonly setWebhook: (url: string | undefined) => void;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
};

/** Which lines somebody listens on. */
export type PhoneLines = {
  readonly isModemAsked: boolean;
  readonly isSipRegistered: boolean;
  readonly isPolled: boolean;
  readonly webhook: { readonly url: string; readonly answer: string };
};

export const VIRTUAL_PHONE_USER = 'caisse';
export const VIRTUAL_PHONE_SECRET = 'telephone-virtuel';

/** A shop's telephone that is not there: each call rings on every kind of line at once. */
export async function startVirtualPhone(options: VirtualPhoneOptions): Promise<VirtualPhone> {
  const host = options.host ?? '127.0.0.1';
  const now = options.now ?? (() => new Date().toISOString());
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const machine = new PhoneMachine({ now, changed });
  const open: { readonly close: () => unknown }[] = [machine];
  const close = async (): Promise<void> => {
    for (const part of open.splice(0).reverse()) await part.close();
  };
  try {
    const lines = await startLines({ ...options, host, now, changed, machine, open });
    const page = await startPageServer({
      host,
      port: options.pagePort,
      folder: new URL('./page/', import.meta.url),
      state: () => ({
        name: options.name,
        address: `${host}:${lines.port}`,
        sipAddress: `${host}:${lines.sipPort}`,
        pollAddress: lines.pollUrl,
        calls: machine.calls,
        lines: lines.lines(),
      }),
      answer: (question) => Promise.resolve(answerOf(question, machine, lines.webhook)),
    });
    open.push(page);
    listeners.add(page.changed);
    return {
      ...lines,
      pagePort: page.port,
      call: ({ number, name = '' }) => machine.call({ number, name }),
      end: (id, status) => machine.end(id, status),
      calls: () => machine.calls,
      setWebhook: lines.webhook.setUrl,
      onChange(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}

type Lines = Pick<VirtualPhone, 'port' | 'sipPort' | 'pollUrl' | 'modem' | 'lines'> & {
  readonly webhook: WebhookOutlet;
};

async function startLines(
  context: VirtualPhoneOptions & {
    readonly host: string;
    readonly now: () => string;
    readonly changed: () => void;
    readonly machine: PhoneMachine;
    readonly open: { readonly close: () => unknown }[];
  },
): Promise<Lines> {
  const { host, port, now, changed, machine, open, secret = VIRTUAL_PHONE_SECRET } = context;
  const beside = (more: number): number => (port === 0 ? 0 : port + more);
  const modem = new ModemSide(now, changed);
  const cable = await listenModem(modem, { host, port });
  open.push(cable);
  const exchange = await startSipSide({
    ...{ host, port: context.sipPort ?? beside(1), changed },
    ...{ user: VIRTUAL_PHONE_USER, password: secret },
  });
  open.push(exchange);
  const operator = await startPollSide({
    ...{ host, port: context.pollPort ?? beside(2), token: secret, changed },
  });
  open.push(operator);
  const webhook = webhookOutlet({ secret, now, changed });
  webhook.setUrl(context.webhookUrl);
  for (const outlet of [modemOutlet(modem), sipOutlet(exchange), pollOutlet(operator), webhook]) {
    machine.connect(outlet);
  }
  return {
    port: cable.port,
    sipPort: exchange.port,
    pollUrl: operator.url,
    modem,
    webhook,
    lines: () => ({
      isModemAsked: modem.isReporting,
      isSipRegistered: exchange.isRegistered(),
      isPolled: operator.isAsked(),
      webhook: webhook.state(),
    }),
  };
}

const NUMBER = /^\+?[\d .]{3,20}$/;

function answerOf(
  { method, path, body }: PageQuestion,
  machine: PhoneMachine,
  webhook: WebhookOutlet,
): PageAnswer | undefined {
  if (method !== 'POST') return undefined;
  const field = (name: string): unknown =>
    typeof body === 'object' && body !== null
      ? Object.getOwnPropertyDescriptor(body, name)?.value
      : undefined;
  if (path === '/call') {
    const [number, name] = [field('number'), field('name')];
    const isNumber = typeof number === 'string' && NUMBER.test(number);
    if (!isNumber && number !== null) {
      return { type: 'refused', sentence: 'Composer un numéro, ou appeler en masqué.' };
    }
    const id = machine.call({
      number: isNumber ? number.replace(/[ .]/g, '') : undefined,
      name: typeof name === 'string' ? name.slice(0, 40) : '',
    });
    return { type: 'json', value: { id } };
  }
  if (path === '/end') {
    const [id, status] = [field('id'), field('status')];
    const isKnown = typeof id === 'number' && (status === 'answered' || status === 'ended');
    if (!isKnown || !machine.end(id, status)) {
      return { type: 'refused', sentence: 'Cet appel est terminé.' };
    }
    return { type: 'json', value: { id } };
  }
  if (path !== '/webhook') return undefined;
  const url = field('url');
  const isUrl = typeof url === 'string' && URL.canParse(url) && /^https?:/.test(url);
  if (!isUrl && url !== '') return { type: 'refused', sentence: 'Cette adresse n’existe pas.' };
  webhook.setUrl(isUrl ? url : undefined);
  return { type: 'json', value: { url } };
}
