/** How the virtual terminal behaves. All but `manual` decide by themselves after `delayMs`. */
export type TerminalMode =
  /** A person presses Accepter, Refuser or Abandonner. */
  | { readonly kind: 'manual' }
  | { readonly kind: Exclude<ModeKind, 'manual' | 'cut'>; readonly delayMs: number }
  /** The line ends after that many characters of the answer; half of it when not said. */
  | { readonly kind: 'cut'; readonly delayMs: number; readonly afterBytes?: number };

export type Protocol = 'caisse-ap' | 'concert';

/** What a mode is called on the page, and which protocols have it. */
type Described = {
  readonly word: string;
  readonly more: string;
  readonly isFault: boolean;
  readonly only?: Protocol;
};

const ALONE = 'après une seconde et demie';

export const MODES = {
  manual: { word: 'Les touches décident', more: 'Accepter, refuser, abandonner', isFault: false },
  accept: { word: 'Accepte seul', more: ALONE, isFault: false },
  refuse: { word: 'Refuse seul', more: ALONE, isFault: false },
  silent: { word: 'Muet', more: 'le client paie, la caisse n’en sait rien', isFault: true },
  late: { word: 'En retard', more: 'répond quand la caisse n’attend plus', isFault: true },
  'wrong-amount': {
    word: 'Mauvais montant',
    more: 'répond un centime de trop',
    isFault: true,
  },
  cut: { word: 'Réponse coupée', more: 'la ligne s’arrête au milieu', isFault: true },
  'power-cut': {
    word: 'Coupure de courant',
    more: 'le client a payé, puis tout s’éteint',
    isFault: true,
  },
  'full-number': {
    word: 'Numéro entier',
    more: 'la réponse porte le numéro de carte en clair',
    isFault: true,
  },
  slow: { word: 'Lent', more: 'répond caractère par caractère', isFault: true },
  reset: {
    word: 'Ligne rompue',
    more: 'au moment de répondre',
    isFault: true,
    only: 'caisse-ap',
  },
  split: {
    word: 'Réponse en morceaux',
    more: 'coupée au milieu d’un champ, puis la suite',
    isFault: true,
    only: 'caisse-ap',
  },
  noise: {
    word: 'Bruit devant la réponse',
    more: 'quelques caractères sans sens',
    isFault: true,
    only: 'caisse-ap',
  },
  busy: { word: 'Occupé', more: 'ne prend aucune demande', isFault: true },
  'busy-once': {
    word: 'Occupé une fois',
    more: 'prend la demande au deuxième appel',
    isFault: true,
    only: 'concert',
  },
  'nak-once': {
    word: 'Refuse une copie',
    more: 'réclame la demande une deuxième fois',
    isFault: true,
    only: 'concert',
  },
  nak: {
    word: 'Refuse toute copie',
    more: 'ne comprend aucune demande',
    isFault: true,
    only: 'concert',
  },
  'bad-check-once': {
    word: 'Contrôle faux',
    more: 'une fois, dans la réponse',
    isFault: true,
    only: 'concert',
  },
  garbage: {
    word: 'Bruit sur la ligne',
    more: 'autour de chaque message',
    isFault: true,
    only: 'concert',
  },
  mute: { word: 'Éteint', more: 'ne répond à aucun appel', isFault: true, only: 'concert' },
  'lost-acknowledgement': {
    word: 'Accusé perdu',
    more: 'prend la demande sans le dire',
    isFault: true,
    only: 'concert',
  },
  unverified: {
    word: 'Non vérifié',
    more: 'répond qu’il ne sait pas',
    isFault: true,
    only: 'concert',
  },
} as const satisfies Record<string, Described>;

export type ModeKind = keyof typeof MODES;

/** Long enough to be seen by a person. */
const DELAY_MS = 1_500;
/** Longer than the 150 s a till waits for its customer. */
const LATE_MS = 170_000;
const DELAY_MAX_MS = 600_000;

/** The modes that a terminal of this protocol has, as its page lists them. */
export function modesOf(protocol: Protocol): readonly (Described & { readonly mode: ModeKind })[] {
  return Object.entries(MODES)
    .map(([mode, described]: [string, Described]) => ({ ...described, mode: mode as ModeKind }))
    .filter(({ only }) => only === undefined || only === protocol);
}

/** Reads `{ mode, delayMs?, afterBytes? }`. */
export function terminalModeOf(
  body: unknown,
  protocol: Protocol = 'caisse-ap',
): TerminalMode | undefined {
  if (typeof body !== 'object' || body === null || !('mode' in body)) return undefined;
  const kind = modesOf(protocol).find(({ mode }) => mode === body.mode)?.mode;
  if (kind === undefined) return undefined;
  if (kind === 'manual') return { kind };
  const asked = 'delayMs' in body ? body.delayMs : undefined;
  const delayMs = isCount(asked) ? Math.min(asked, DELAY_MAX_MS) : waitOf(kind);
  if (kind !== 'cut') return { kind, delayMs };
  const afterBytes = 'afterBytes' in body ? body.afterBytes : undefined;
  return { kind, delayMs, ...(isCount(afterBytes) ? { afterBytes } : {}) };
}

function waitOf(kind: ModeKind): number {
  return kind === 'late' ? LATE_MS : DELAY_MS;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
