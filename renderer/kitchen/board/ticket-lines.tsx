import type { KitchenTicket } from '#app/contract/store.ts';
import { type PizzaSpec, specOf } from '#app/domain/menu/spec.ts';

import { ChangeSign, SpecSigns, TicketLine } from '../../ui/cards/ticket-card.tsx';
import { HalfDisc } from '../../ui/keys/half-disc.tsx';
import { useLanguage } from '../../ui/settings/settings.tsx';
import type { KitchenText } from '../text.ts';
import { isJustTaken } from './marks.ts';
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
  const drinks = ticket.lines.filter(isJustTaken);
  const made = ticket.lines.filter((line) => !isJustTaken(line));
  return (
    <ul ref={list} className="ticket-lines">
      {made.map((line, index) => (
        <li
          key={keyOf(line, index, ticket.revision)}
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
  // The signs of a half stand below its name, not among those of the whole.
  const whole: PizzaSpec = { ...spec, parts: [] };
  return (
    <TicketLine
      quantity={line.quantity}
      struck={line.mark === 'removed'}
      name={<LineName line={line} spec={spec} text={text} onRecipe={onRecipe} />}
      {...(letter === undefined ? {} : { sizeLetter: letter })}
    >
      <SpecSigns spec={whole} isLoud />
      {line.note === undefined ? null : <span className="ticket-note">{quoted(line.note)}</span>}
    </TicketLine>
  );
}

type NameProps = Omit<MadeLineProps, 'letter'> & { readonly spec: PizzaSpec };

/** The name of a pizza opens its recipe; the whole row takes the finger. */
function LineName({ line, spec, text, onRecipe }: NameProps) {
  if (line.kind !== 'pizza') return <span className="line-name">{spec.title}</span>;
  return (
    <button
      type="button"
      className="line-name"
      title={text.recipeOf(line.name)}
      onClick={(event) => onRecipe(line, event.currentTarget)}
    >
      {spec.parts.length === 0 ? spec.title : <Parts parts={spec.parts} />}
    </button>
  );
}

/** A pizza of two is two rows, one above the other, each with what is changed on it alone. */
function Parts({ parts }: Pick<PizzaSpec, 'parts'>) {
  return parts.map(({ fraction, name, signs }, place) => (
    <span key={`${place} ${name}`} className="line-part">
      {parts.length === 2 && <HalfDisc side={place === 0 ? 'left' : 'right'} />}
      <span>
        {fraction} {name}
        {signs.length > 0 && (
          <span className="line-part-signs">
            {signs.map((sign) => (
              <ChangeSign key={sign.text} sign={sign} isLoud />
            ))}
          </span>
        )}
      </span>
    </span>
  ));
}

/** Between French quotation marks, which never stand alone on a line. */
function quoted(words: string): string {
  return `«\u202f${words}\u202f»`;
}

/** A further edit draws its lines anew, so that they flash again. */
function keyOf({ lineId, mark }: TicketLineValue, index: number, revision: number): string {
  const key = lineId ?? String(index);
  return mark === undefined ? key : `${key} ${revision}`;
}
