import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { dateText } from '../../ui/time/time-text.ts';
import { useReadNow } from '../../ui/time/now.tsx';
import { csvText, saveCsv, type Table } from '../figures/csv.ts';
import { HEAD_OFFICE_TEXT } from '../text.ts';

type CardProps = {
  readonly className: string;
  readonly title: string;
  readonly hint: ReactNode;
  /** The table of the card, when it can be taken away. */
  readonly csv?: () => Table;
  /** Keys of the card itself, before the export. */
  readonly keys?: ReactNode;
  readonly children: ReactNode;
};

/** One subject of the page: its title, what is shown, its keys. */
export function Card({ className, title, hint, csv, keys, children }: CardProps) {
  return (
    <section className={`card ${className}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p>{hint}</p>
        {keys}
        {csv === undefined ? null : <ExportKey title={title} csv={csv} />}
      </header>
      {children}
    </section>
  );
}

function ExportKey({ title, csv }: { readonly title: string; readonly csv: () => Table }) {
  const text = useText(HEAD_OFFICE_TEXT);
  const language = useLanguage();
  const readNow = useReadNow();
  const save = () =>
    saveCsv(`${fileName(title)}-${dateText(readNow())}.csv`, csvText(csv(), language));
  return (
    <button type="button" className="card-key" title={text.exported(title)} onClick={save}>
      <IconDownload aria-hidden="true" />
      <span className="visually-hidden">{text.exported(title)}</span>
    </button>
  );
}

/** `Ventes par heure` becomes `ventes-par-heure`. */
function fileName(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
