import type { KitchenTicket } from '#app/contract/store.ts';
import { specOf } from '#app/domain/menu/spec.ts';

import { SpecSigns, TicketLine } from '../../ui/cards/ticket-card.tsx';
import { useLanguage } from '../../ui/settings/settings.tsx';
import type { KitchenText } from '../text.ts';
import { useFit } from './use-fit.ts';

export type TicketLineValue = KitchenTicket['lines'][number];

type LinesProps = {
  readonly ticket: KitchenTicket;
  /** Letters by size id. What has no sizes has no letter. */
  readonly letters: ReadonlyMap<string, string>;
  readonly text: KitchenText;
  readonly onRecipe: (line: TicketLineValue, element: HTMLElement) => void;
};

/** What is to be made, then what is only taken from the fridge, then what the customer said. */
export function TicketLines({ ticket, letters, text, onRecipe }: LinesProps) {
  const list = useFit<HTMLUListElement>(ticket);
  const made = ticket.lines.filter((line) => !isDrink(line));
  const drinks = ticket.lines.filter(isDrink);
  return (
    <ul ref={list} className="ticket-lines">
      {made.map((line, index) => (
        <li
          key={line.lineId ?? index}
          className={line.mark === undefined ? 'ticket-line' : `ticket-line is-${line.mark}`}
        >
          {line.mark === undefined ? null : (
            <span className="ticket-mark">{text.marks[line.mark]}</span>
          )}
          <MadeLine line={line} letter={letters.get(line.sizeId)} text={text} onRecipe={onRecipe} />
        </li>
      ))}
      {drinks.length === 0 ? null : (
        <li className="ticket-drinks">
          {drinks.map((line) => `${line.quantity} ${line.name}`).join(' · ')}
        </li>
      )}
      {ticket.note === undefined ? null : <li className="ticket-note">{quoted(ticket.note)}</li>}
    </ul>
  );
}

type MadeLineProps = Pick<LinesProps, 'text' | 'onRecipe'> & {
  readonly line: TicketLineValue;
  readonly letter: string | undefined;
};

function MadeLine({ line, letter, text, onRecipe }: MadeLineProps) {
  const spec = specOf(line, useLanguage());
  return (
    <TicketLine
      quantity={line.quantity}
      struck={line.mark === 'removed'}
      name={<LineName line={line} text={text} onRecipe={onRecipe} />}
      {...(letter === undefined ? {} : { sizeLetter: letter })}
    >
      <SpecSigns spec={spec} isLoud />
      {line.note === undefined ? null : <span className="ticket-note">{quoted(line.note)}</span>}
    </TicketLine>
  );
}

/** The name of a pizza opens its recipe; the whole row takes the finger. */
function LineName({ line, text, onRecipe }: Omit<MadeLineProps, 'letter'>) {
  if (line.kind !== 'pizza') return <span className="line-name">{line.name}</span>;
  return (
    <button
      type="button"
      className="line-name"
      title={text.recipeOf(line.name)}
      onClick={(event) => onRecipe(line, event.currentTarget)}
    >
      {line.name}
    </button>
  );
}

/** Between French quotation marks, which never stand alone on a line. */
function quoted(words: string): string {
  return `«\u202f${words}\u202f»`;
}

function isDrink(line: TicketLineValue): boolean {
  return line.kind === 'drink' || line.kind === 'beer';
}
