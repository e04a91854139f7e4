/**
 * The central server cannot start, for a reason that a person can remove. `message` is the one
 * sentence shown: French, then English. The process ends with `exitCode`.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly code: TroubleCode;
  readonly exitCode: number;

  constructor(
    code: TroubleCode,
    sentences: { readonly fr: string; readonly en: string },
    cause?: unknown,
  ) {
    super(`${sentences.fr} (${sentences.en})`, { cause });
    this.code = code;
    this.exitCode = EXIT_CODES[code];
  }
}

export type TroubleCode =
  | 'options'
  | 'port-busy'
  | 'no-right'
  | 'disk-full'
  | 'folder-in-use'
  | 'database'
  | 'no-binaries';

/** sysexits(3): 64 usage, 69 service unavailable, 73 cannot create, 74 input/output, 77 no right. */
const EXIT_CODES: Readonly<Record<TroubleCode, number>> = {
  options: 64,
  'port-busy': 69,
  'no-right': 77,
  'disk-full': 74,
  'folder-in-use': 73,
  database: 69,
  'no-binaries': 69,
};

export function portBusy(port: number, cause?: unknown): CannotStart {
  return new CannotStart(
    'port-busy',
    {
      fr: `Le port ${port} est déjà pris par un autre programme.`,
      en: `Port ${port} is already taken by another program.`,
    },
    cause,
  );
}

export function noRight(path: string, cause?: unknown): CannotStart {
  return new CannotStart(
    'no-right',
    {
      fr: `Le droit d’écrire dans ${path} manque.`,
      en: `The right to write in ${path} is missing.`,
    },
    cause,
  );
}

export function diskFull(path: string, cause?: unknown): CannotStart {
  return new CannotStart(
    'disk-full',
    { fr: `Le disque qui porte ${path} est plein.`, en: `The disk that holds ${path} is full.` },
    cause,
  );
}

/** Turns what the file system says about `path` into a sentence; anything else is thrown as it is. */
export function troubleWithFile(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return noRight(path, error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, error);
  if (code === 'ENOTDIR' || code === 'EEXIST') return noRight(path, error);
  return error;
}

export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
