import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import { EnrolAnswer, type EnrolRequest } from '#app/contract/store-link.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';

import { OWNER_ONLY, writeWhole } from './whole-file.ts';

/** Under which name, and for which centre, this key is known. */
export type Enrolment = {
  readonly storeId: string;
  readonly name: string;
  readonly centreUrl: string;
};

export type StoreKeys = {
  /** SPKI, DER, base64url. */
  readonly publicKey: string;
  /** ECDSA P-256 with SHA-256, IEEE P1363, base64url. */
  readonly sign: (text: string) => string;
  readonly enrolment: () => Enrolment | undefined;
  readonly remember: (enrolment: Enrolment) => void;
};

/** The file of the key is there and is not one: a person must look. Nothing was changed. */
export class UnreadableStoreKeys extends Error {
  override readonly name = 'UnreadableStoreKeys';
}

const KeyFile = z.strictObject({
  /** PKCS#8, DER, base64url. */
  privateKey: z.string(),
  enrolment: z
    .strictObject({ storeId: z.string(), name: z.string(), centreUrl: z.string() })
    .optional(),
});
type KeyFile = z.output<typeof KeyFile>;

/**
 * The key of this store, kept in `file` beside the database; made there the first time, and never
 * sent anywhere. Throws `UnreadableStoreKeys`, or what the file system says.
 */
export function openStoreKeys(file: string): StoreKeys {
  let content = read(file) ?? create(file);
  const privateKey = privateKeyOf(file, content);
  return {
    publicKey: createPublicKey(privateKey)
      .export({ type: 'spki', format: 'der' })
      .toString('base64url'),
    sign: (text) =>
      sign('sha256', Buffer.from(text), {
        key: privateKey,
        dsaEncoding: 'ieee-p1363',
      }).toString('base64url'),
    enrolment: () => content.enrolment,
    remember(enrolment) {
      content = { ...content, enrolment };
      write(file, content);
    },
  };
}

export type EnrolRefusal = {
  readonly code: 'enrol.unreachable' | 'enrol.refused' | 'enrol.malformed-answer';
  readonly detail?: Readonly<Record<string, string | number>>;
};

const ANSWER_TIMEOUT_MS = 15_000;

/**
 * Makes this key known to the centre with the one-time code that head office issued. May be
 * repeated with the same code when the answer was lost: the key is the same, and so is the answer.
 */
export async function enrol({
  keys,
  centreUrl,
  code,
}: {
  readonly keys: StoreKeys;
  readonly centreUrl: string;
  readonly code: string;
}): Promise<Result<Enrolment, EnrolRefusal>> {
  const request: z.input<typeof EnrolRequest> = { code, publicKey: keys.publicKey };
  const response = await post(new URL('/enrol', centreUrl), request);
  if (response === undefined || isPassing(response.status))
    return refuse({ code: 'enrol.unreachable' });
  if (!response.ok) return refuse({ code: 'enrol.refused', detail: whyRefused(response) });
  const answer = EnrolAnswer.safeParse(response.body);
  if (!answer.success) return refuse({ code: 'enrol.malformed-answer' });
  const enrolment = { ...answer.data, centreUrl };
  keys.remember(enrolment);
  return accept(enrolment);
}

/** `reason` is the centre's own code: `enrol.bad-code`, `enrol.bad-key` … */
function whyRefused({ status, body }: { status: number; body: unknown }) {
  const said = z.object({ code: z.string() }).safeParse(body);
  return said.success ? { status, reason: said.data.code } : { status };
}

/** Maintenance, overload, too many tries: the same question later may have another answer. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

async function post(
  url: URL,
  body: unknown,
): Promise<{ ok: boolean; status: number; body: unknown } | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    const text = await response.text();
    return { ok: response.ok, status: response.status, body: parse(text) };
  } catch {
    return undefined; // No route, no answer in time, cut in the middle: the caller may try again.
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The caller checks the shape and refuses what has none.
  }
}

function read(file: string): KeyFile | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw fault;
  }
  const content = KeyFile.safeParse(parse(text));
  if (!content.success)
    throw new UnreadableStoreKeys(`${file} does not hold the key of a store`, {
      cause: content.error,
    });
  chmodSync(file, OWNER_ONLY);
  return content.data;
}

function create(file: string): KeyFile {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = privateKey.export({ type: 'pkcs8', format: 'der' });
  const content = { privateKey: der.toString('base64url') };
  write(file, content);
  return content;
}

function write(file: string, content: KeyFile): void {
  writeWhole(file, `${JSON.stringify(content)}\n`);
}

function privateKeyOf(file: string, { privateKey }: KeyFile): KeyObject {
  try {
    const key = Buffer.from(privateKey, 'base64url');
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new UnreadableStoreKeys(`${file} does not hold the key of a store`, { cause });
  }
}
