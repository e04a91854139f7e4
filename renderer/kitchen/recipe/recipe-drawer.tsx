import { useEffect } from 'react';

import type { MenuView } from '#app/contract/store.ts';
import type { RecipeStep } from '#app/domain/menu/recipe.ts';
import { type SpecSign, signOf } from '#app/domain/menu/spec.ts';
import type { Allergen } from '#app/domain/menu.ts';

import { ChangeSign } from '../../ui/cards/ticket-card.tsx';
import { useLanguage } from '../../ui/settings/settings.tsx';
import { useNow } from '../../ui/time/now.tsx';
import type { TicketLineValue } from '../board/ticket-lines.tsx';
import { type RecipeCard, recipeCard } from './recipe.ts';
import type { KitchenText } from '../text.ts';
import './recipe.css';

/** Long enough to lay a pizza by it, short enough that nobody has to close it with floury hands. */
const OPEN_MS = 20_000;

export type OpenRecipe = {
  readonly line: TicketLineValue;
  /** The side of the screen where it covers the ticket least. */
  readonly side: 'left' | 'right';
  readonly openedMs: number;
};

type DrawerProps = {
  readonly open: OpenRecipe;
  readonly menu: MenuView;
  readonly text: KitchenText;
  readonly onClose: () => void;
};

/** The recipe of one line, in grams for its size. The board beside it keeps working. */
export function RecipeDrawer({ open, menu, text, onClose }: DrawerProps) {
  useEffect(() => {
    const timer = window.setTimeout(onClose, OPEN_MS);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('keydown', onKey);
    };
  }, [open, onClose]);
  const card = recipeCard(open.line, menu);
  return (
    <aside className={`recipe is-${open.side}`} aria-label={text.recipeOf(open.line.name)}>
      <header>
        <h2>{open.line.name}</h2>
        {card === undefined ? null : (
          <p>
            <span className="recipe-size">{card.letter}</span>
            {card.diameterCm === undefined ? '' : `${card.diameterCm}\u202fcm · `}
            {card.quantity > 1 ? text.forQuantity(card.quantity) : text.forOne}
          </p>
        )}
      </header>
      {card === undefined ? (
        <p className="recipe-none">{text.noRecipe}</p>
      ) : (
        <>
          <ol>
            {card.steps.map((step, place) => (
              <Step
                key={`${step.part ?? ''} ${step.status} ${step.ingredientId}`}
                step={step}
                heading={headingOf(card, place)}
              />
            ))}
          </ol>
          {card.note === undefined ? null : <p className="ticket-note">{card.note}</p>}
          <AllergenBar allergens={card.allergens} text={text} />
        </>
      )}
      <button type="button" className="recipe-close" onClick={onClose}>
        {text.close}
        <Countdown untilMs={open.openedMs + OPEN_MS} text={text} />
      </button>
    </aside>
  );
}

/** What comes in instead of something else is drawn as an addition; the other is struck above it. */
const SIGNS: Readonly<Record<RecipeStep['status'], SpecSign['kind'] | undefined>> = {
  'as-usual': undefined,
  option: undefined,
  added: 'add',
  'swapped-in': 'add',
  doubled: 'extra',
  light: 'light',
  removed: 'remove',
};

/** The part that begins with this step: `½ Reine`. */
function headingOf({ parts, steps }: RecipeCard, place: number): string | undefined {
  const part = steps[place]?.part;
  return part === undefined || part === steps[place - 1]?.part ? undefined : parts[part];
}

type StepProps = {
  readonly step: RecipeStep;
  readonly heading: string | undefined;
};

function Step({ step, heading }: StepProps) {
  const language = useLanguage();
  const { status, name, grams } = step;
  const kind = SIGNS[status];
  return (
    <li>
      {heading === undefined ? null : <strong className="recipe-part">{heading}</strong>}
      {kind === undefined ? (
        <span>{name}</span>
      ) : (
        <ChangeSign sign={signOf({ action: kind, name }, language)} isLoud />
      )}
      {grams === undefined || status === 'removed' ? null : (
        <b>
          {grams}
          {'\u202f'}g
        </b>
      )}
    </li>
  );
}

/** Hatched and named: never told by colour alone. */
function AllergenBar(props: {
  readonly allergens: readonly Allergen[];
  readonly text: KitchenText;
}) {
  const { allergens, text } = props;
  if (allergens.length === 0) return <p className="recipe-allergens is-none">{text.noAllergen}</p>;
  const names = allergens.map((allergen) => text.allergenNames[allergen]);
  return (
    <p className="recipe-allergens">
      <b>{text.allergens}</b> {names.join(', ')}
    </p>
  );
}

function Countdown({ untilMs, text }: { readonly untilMs: number; readonly text: KitchenText }) {
  const left = Math.max(0, Math.floor((untilMs - useNow(1_000)) / 1_000));
  return <small>{text.closesIn(left)}</small>;
}
