import { createHash, randomBytes } from 'node:crypto';
import { createSocket, type RemoteInfo } from 'node:dgram';

/**
 * The shop's exchange: keeps one account (REGISTER with a digest challenge) and rings it (INVITE,
 * CANCEL, ACK), from the tables of RFC 3261. Shares nothing with the driver.
 */

export type SipSide = {
  readonly port: number;
  /** A call for the account; answers its Call-ID, or `undefined` when nobody is registered. */
  readonly invite: (call: {
    /** `undefined` is withheld: an anonymous `From`, and `Privacy: id` beside the true number. */
    readonly number: string | undefined;
    readonly name: string;
  }) => string | undefined;
  /** The caller gives up, or somebody answered on another telephone. */
  readonly cancel: (callId: string, isAnswered: boolean) => void;
  readonly isRegistered: () => boolean;
  /** Status codes that came for a call, in order. */
  readonly answers: (callId: string) => readonly number[];
  readonly close: () => Promise<void>;
};

type Leg = {
  readonly branch: string;
  readonly head: readonly string[];
  readonly contact: string;
  readonly address: RemoteInfo;
  answers: number[];
  toTag: string;
};

export async function startSipSide(options: {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly changed: () => void;
}): Promise<SipSide> {
  const socket = createSocket('udp4');
  const nonce = randomBytes(8).toString('hex');
  const legs = new Map<string, Leg>();
  let account: { readonly contact: string; readonly address: RemoteInfo } | undefined;
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(options.port, options.host, () => resolve());
  });
  const { port } = socket.address();
  const send = (lines: readonly string[], to: RemoteInfo): void =>
    socket.send(`${[...lines, 'Content-Length: 0'].join('\r\n')}\r\n\r\n`, to.port, to.address);

  socket.on('error', () => undefined);
  socket.on('message', (datagram, from) => {
    const lines = datagram.toString().split('\r\n');
    const first = lines[0] ?? '';
    if (first.startsWith('REGISTER ')) {
      const contact = registered(lines, options, nonce);
      if (contact !== undefined) account = contact === '' ? undefined : { contact, address: from };
      send(registerAnswer(lines, contact, nonce), from);
    } else if (first.startsWith('SIP/2.0 ')) {
      const leg = legs.get(valueOf(lines, 'Call-ID'));
      if (leg === undefined || !valueOf(lines, 'CSeq').endsWith('INVITE')) return;
      const status = Number(first.slice(8, 11));
      leg.answers = [...leg.answers, status];
      leg.toTag = /;tag=([^;]+)/.exec(valueOf(lines, 'To'))?.[1] ?? leg.toTag;
      if (status >= 300) send(follow('ACK', leg), leg.address);
    }
    options.changed();
  });
  return {
    port,
    invite({ number, name }) {
      if (account === undefined) return undefined;
      const callId = `${randomBytes(8).toString('hex')}@exchange`;
      const branch = `z9hG4bK${randomBytes(6).toString('hex')}`;
      const at = `${options.host}:${port}`;
      const head = [
        ...callerHeaders(number, name, at),
        `To: <sip:${options.user}@${at}>`,
        `Call-ID: ${callId}`,
      ];
      const leg = { branch: `Via: SIP/2.0/UDP ${at};branch=${branch};rport`, head, ...account };
      legs.set(callId, { ...leg, answers: [], toTag: '' });
      const own = `Contact: <sip:exchange@${at}>`;
      send(follow('INVITE', { ...leg, answers: [], toTag: '' }, [own]), account.address);
      return callId;
    },
    cancel(callId, isAnswered) {
      const leg = legs.get(callId);
      const reason = ['Reason: SIP;cause=200;text="Call completed elsewhere"'];
      if (leg !== undefined) send(follow('CANCEL', leg, isAnswered ? reason : []), leg.address);
    },
    isRegistered: () => account !== undefined,
    answers: (callId) => legs.get(callId)?.answers ?? [],
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function valueOf(lines: readonly string[], name: string): string {
  const line = lines.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
  return line.slice(name.length + 1).trim();
}

function callerHeaders(number: string | undefined, name: string, at: string): readonly string[] {
  const tag = randomBytes(4).toString('hex');
  if (number === undefined) {
    return [
      `From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=${tag}`,
      'P-Asserted-Identity: <sip:+33699999999@network;user=phone>',
      'Privacy: id',
    ];
  }
  return [
    `From: "${name.replaceAll('"', '')}" <sip:${number}@${at};user=phone>;tag=${tag}`,
    `P-Asserted-Identity: <sip:${number}@network;user=phone>`,
  ];
}

/** A request of a call: all of them have its branch, its number and its headers. */
function follow(method: string, leg: Leg, more: readonly string[] = []): readonly string[] {
  const head = leg.head.map((line) =>
    line.startsWith('To:') && method === 'ACK' && leg.toTag !== ''
      ? `${line};tag=${leg.toTag}`
      : line,
  );
  return [
    `${method} ${leg.contact} SIP/2.0`,
    leg.branch,
    'Max-Forwards: 70',
    ...head,
    `CSeq: 1 ${method}`,
    ...more,
  ];
}

/** The contact of a REGISTER with the right password; an empty text when it takes itself off. */
function registered(
  lines: readonly string[],
  { user, password }: { readonly user: string; readonly password: string },
  nonce: string,
): string | undefined {
  const field = (name: string): string =>
    new RegExp(`\\b${name}="?([^",]*)`).exec(valueOf(lines, 'Authorization'))?.[1] ?? '';
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  const secret = md5(`${user}:oc-pizza:${password}`);
  const asked = md5(`REGISTER:${field('uri')}`);
  const middle = `${nonce}:${field('nc')}:${field('cnonce')}:auth`;
  const isRight =
    field('username') === user &&
    field('nonce') === nonce &&
    field('response') === md5(`${secret}:${middle}:${asked}`);
  if (!isRight) return undefined;
  const isLeaving = valueOf(lines, 'Expires') === '0';
  return isLeaving ? '' : (/<([^>]*)>/.exec(valueOf(lines, 'Contact'))?.[1] ?? '');
}

function registerAnswer(
  lines: readonly string[],
  contact: string | undefined,
  nonce: string,
): readonly string[] {
  const back = ['Via', 'From', 'Call-ID', 'CSeq'].map((name) => `${name}: ${valueOf(lines, name)}`);
  const to = `To: ${valueOf(lines, 'To')};tag=exchange`;
  if (contact === undefined) {
    const challenge = `Digest realm="oc-pizza", nonce="${nonce}", algorithm=MD5, qop="auth"`;
    return ['SIP/2.0 401 Unauthorized', ...back, to, `WWW-Authenticate: ${challenge}`];
  }
  return ['SIP/2.0 200 OK', ...back, to, `Contact: <${contact}>;expires=60`];
}
