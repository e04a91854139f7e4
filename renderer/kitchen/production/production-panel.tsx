import { memo, useMemo } from 'react';

import type { KitchenTicket, MenuView } from '#app/contract/store.ts';

import { useLanguage } from '../../ui/settings/settings.tsx';
import { productionOf } from './production.ts';
import type { KitchenText } from '../text.ts';
import { formatWeight } from './weight.ts';
import './panel.css';

type PanelProps = {
  readonly tickets: readonly KitchenTicket[];
  readonly menu: MenuView;
  readonly text: KitchenText;
};

/** What all open tickets ask for together: dough, pizzas, garnishes. */
export const ProductionPanel = memo(function ProductionPanel({ tickets, menu, text }: PanelProps) {
  const language = useLanguage();
  const production = useMemo(() => productionOf(tickets, menu), [tickets, menu]);
  if (production.pizzas.length === 0) {
    return (
      <aside className="panel" aria-label={text.panel}>
        <h2>{text.panel}</h2>
        <p className="panel-empty">{text.nothingToMake}</p>
      </aside>
    );
  }
  const several = production.pizzas.filter(({ count }) => count > 1);
  const singles = production.pizzas.filter(({ count }) => count === 1);
  return (
    // It may hold more than fits: reachable by keyboard, so that it can be scrolled.
    <aside className="panel" aria-label={text.panel} tabIndex={0}>
      <h2>{text.dough}</h2>
      <dl className="panel-dough">
        {production.dough.map(({ sizeId, letter, count }) => (
          <div key={sizeId}>
            <dt>{letter}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <h2>{text.total}</h2>
      <dl>
        {several.map(({ productId, sizeId, name, letter, count }) => (
          <div key={`${productId} ${sizeId}`}>
            <dt>
              {name} <i>{letter}</i>
            </dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {singles.length === 0 ? null : (
        <p className="panel-singles">
          <b>{text.oneOfEach}</b>
          {singles.map(({ name, letter }) => `${name}\u00a0${letter}`).join(' · ')}
        </p>
      )}
      <h2>{text.garnishes}</h2>
      <dl>
        {production.garnishes.map(({ ingredientId, name, grams, portions }) => (
          <div key={ingredientId}>
            <dt>{name}</dt>
            <dd>
              {grams > 0 ? formatWeight(grams, language) : ''}
              {portions > 0 ? <small>{text.portions(portions)}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
});
