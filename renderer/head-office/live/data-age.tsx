import type { Locale } from '#app/lib/money.ts';

import { useNow } from '../../ui/time/now.tsx';
import { ageText, OLD_MS } from '../figures/ages.ts';

/** How old what the centre knows of a store is, counting by itself; marked when it is old. */
export function DataAge({ at, language }: { readonly at: string; readonly language: Locale }) {
  const ageMs = useNow(1_000) - Date.parse(at);
  return <span className={ageMs >= OLD_MS ? 'age is-old' : 'age'}>{ageText(ageMs, language)}</span>;
}
