import type { Heard } from '../source.ts';

/** Calls as operators tell them in JSON. Pure; whatever is given, reading it never throws. */

type Fields = Readonly<Record<string, unknown>>;

const KINDS: Readonly<Record<string, Heard['kind']>> = {
  ...each('ringing', ['ringing', 'ring', 'started', 'start', 'created', 'initiated', 'new']),
  ...each('ringing', ['startringing', 'memberqueuestart', 'agentoffering', 'startactivity']),
  ...each('answered', ['answered', 'answer', 'connected', 'inprogress', 'pickedup']),
  ...each('answered', ['startcalling', 'bridgeagentstart']),
  ...each('ended', ['ended', 'end', 'hangup', 'hungup', 'completed', 'terminated', 'finished']),
  ...each('ended', ['missed', 'cancelled', 'canceled', 'noanswer', 'busy', 'failed', 'voicemail']),
  ...each('ended', ['endringing', 'endcalling', 'memberqueueend', 'bridgeagentend']),
  ...each('ended', ['stopactivity']),
};

function each(kind: Heard['kind'], words: readonly string[]): Record<string, Heard['kind']> {
  return Object.fromEntries(words.map((word) => [word, kind]));
}

/** `call.ringing`, `CALL_RINGING`, `StartCallActivity` and `start_ringing` are words of one kind. */
function kindOf(word: unknown): Heard['kind'] | undefined {
  if (typeof word !== 'string' || word.length > 60) return undefined;
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  return KINDS[letters] ?? KINDS[letters.replace('call', '')];
}

const WITHHELD = /^(anonymous|anonyme|private|privé|restricted|withheld|masqué|secret|hidden)$/i;

function callerOf(value: unknown): Pick<Heard, 'number' | 'isPrivate'> | undefined {
  if (isFields(value)) return callerOf(value['number'] ?? value['phone_number']);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return callerOf(String(value));
  if (typeof value !== 'string') return undefined;
  const text = value.trim().replace(/^sips?:([^@;]*).*$/i, '$1');
  if (text === '') return undefined;
  return WITHHELD.test(text) ? { isPrivate: true } : { number: text, isPrivate: false };
}

const WORDS = ['event', 'event_type', 'eventtype', 'type', 'status', 'state', 'method', 'action'];
const IDS = ['call_id', 'callid', 'call_uuid', 'uuid', 'call_session_id', 'channel_id', 'id'];
const CALLERS = [
  ...['from', 'from_number', 'fromnumber', 'caller', 'caller_number', 'callernumber'],
  ...['caller_id_number', 'callerid', 'caller_id', 'calling', 'calling_number', 'ani'],
];
const DIRECTIONS = ['direction', 'activity_type', 'call_direction'];
/** Where operators put what belongs to the call. */
const INSIDE = ['data', 'call', 'payload', 'params', 'resource', 'object'];
const DEPTH_MAX = 3;

/**
 * What a webhook tells (Ringover, 3CX and their like): an event or status, a call id, the caller, on
 * any of three levels. `undefined` for calls that go out, and for anything that is no call.
 */
export function webhookCallOf(body: unknown): Heard | undefined {
  const levels = levelsOf(body, 0);
  const find = (names: readonly string[]): readonly unknown[] =>
    names.flatMap((name) => levels.flatMap((level) => level[name] ?? []));
  const kind = find(WORDS)
    .map(kindOf)
    .find((one) => one !== undefined);
  const [id] = find(IDS).flatMap(idOf);
  if (kind === undefined || id === undefined) return undefined;
  const isOurs = find(DIRECTIONS).every(
    (one) => typeof one !== 'string' || !/^(out|internal)/i.test(one),
  );
  if (!isOurs) return undefined;
  const isHidden = find(['is_anonymous', 'anonymous']).includes(true);
  const caller = find(CALLERS)
    .map(callerOf)
    .find((one) => one !== undefined);
  const who = isHidden ? { isPrivate: true } : (caller ?? { isPrivate: false });
  return { kind, sourceCallId: id, ...who };
}

function idOf(value: unknown): readonly string[] {
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** The object and those inside it, their names in small letters; the outermost first. */
function levelsOf(value: unknown, depth: number): readonly Fields[] {
  if (!isFields(value) || depth > DEPTH_MAX) return [];
  const own = Object.fromEntries(
    Object.entries(value)
      .slice(0, 100)
      .map(([name, field]) => [name.toLowerCase(), field]),
  );
  return [own, ...INSIDE.flatMap((name) => levelsOf(own[name], depth + 1))];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One answer to a long poll. */
export type Poll = {
  /** To be given back with the next question. */
  readonly session?: string | undefined;
  readonly calls: readonly Heard[];
};

/** More than a store gets in a minute; the rest of a mad answer is not read. */
const EVENTS_MAX = 200;

/**
 * The answer of OVHcloud's event server (README of ovh/telephony-example-cti-dashboard): a session and
 * events with `Event`, `Ressource` (the line, so written) and `Data` with `CallId`, `Calling` and
 * `Called`. `undefined` when it is none.
 */
export function pollOf(body: unknown): Poll | undefined {
  if (!isFields(body)) return undefined;
  const session = body['Session'];
  const events = Array.isArray(body['Events']) ? body['Events'] : [];
  const calls = events.slice(0, EVENTS_MAX).flatMap((event) => polledCallOf(event) ?? []);
  return { ...(typeof session === 'string' ? { session } : {}), calls };
}

function polledCallOf(event: unknown): Heard | undefined {
  if (!isFields(event) || !isFields(event['Data'])) return undefined;
  const data = event['Data'];
  const kind = kindOf(event['Event']);
  const id = data['CallId'] ?? data['QueueMemberUUID'];
  if (kind === undefined || typeof id !== 'string' || id === '') return undefined;
  const calling = data['Calling'];
  // The shop calls somebody: not a caller.
  if (typeof calling === 'string' && calling !== '' && calling === event['Ressource'])
    return undefined;
  return { kind, sourceCallId: id, ...(callerOf(calling) ?? { isPrivate: calling === '' }) };
}
