import type { PressedKey } from '#renderer/ui/scanner-wedge/wedge.ts';

type Layout = 'qwerty' | 'azerty';

const SHIFTED_US = ')!@#$%^&*(';
const PLAIN_FR = 'à&é"\'(-è_ç';
const AZERTY_PLACES: Readonly<Record<string, string>> = {
  ...{ a: 'KeyQ', q: 'KeyA', z: 'KeyW', w: 'KeyZ', m: 'Semicolon' },
};
const AZERTY_LETTERS: Readonly<Record<string, string>> = {
  ...{ KeyQ: 'a', KeyA: 'q', KeyW: 'z', KeyZ: 'w', Semicolon: 'm', KeyM: ',' },
};

/** Which key a scanner set to `layout` presses for a letter or digit, and whether with Shift. */
function placeOf(sign: string, layout: Layout): { code: string; isShifted: boolean } {
  if (/\d/.test(sign)) return { code: `Digit${sign}`, isShifted: layout === 'azerty' };
  const lower = sign.toLowerCase();
  const azerty = layout === 'azerty' ? AZERTY_PLACES[lower] : undefined;
  return { code: azerty ?? `Key${lower.toUpperCase()}`, isShifted: sign !== lower };
}

/** What a till set to `layout` reads for a place. */
function readAs(code: string, isShifted: boolean, layout: Layout): string {
  if (code.startsWith('Digit')) {
    const digit = code.slice(5);
    if (layout === 'qwerty') return isShifted ? SHIFTED_US.charAt(Number(digit)) : digit;
    return isShifted ? digit : PLAIN_FR.charAt(Number(digit));
  }
  const azerty = layout === 'azerty' ? AZERTY_LETTERS[code] : undefined;
  const letter = azerty ?? (code === 'Semicolon' ? ';' : code.slice(3).toLowerCase());
  return isShifted ? letter.toUpperCase() : letter;
}

/** Keys of a code and its suffix, one every `gapMs`, from `atMs` on. */
export function typed(
  code: string,
  {
    gaps,
    atMs = 1_000,
    scanner = 'azerty',
    till = 'azerty',
    suffix = 'Enter',
  }: {
    readonly gaps: readonly number[];
    readonly atMs?: number;
    readonly scanner?: Layout;
    readonly till?: Layout;
    readonly suffix?: string;
  },
): readonly PressedKey[] {
  let now = atMs;
  const rest = { isRepeat: false, isCommand: false };
  const keys = Array.from(code, (sign, index): PressedKey => {
    now += index === 0 ? 0 : (gaps[(index - 1) % gaps.length] ?? 0);
    const { code: place, isShifted } = placeOf(sign, scanner);
    return { key: readAs(place, isShifted, till), code: place, isShifted, atMs: now, ...rest };
  });
  now += gaps[(code.length - 1) % gaps.length] ?? 0;
  return [...keys, { key: suffix, code: suffix, isShifted: false, atMs: now, ...rest }];
}
