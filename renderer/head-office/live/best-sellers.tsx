import { plainAmount, quantityText, wholeEuros } from '../figures/amounts.ts';
import { shareOf, shareText } from '../figures/gap.ts';
import { Card } from './card.tsx';
import type { LivePart } from './live-part.ts';

/** What sells most today, and which part of all sales it is. */
export function BestSellers({ live, text, language }: LivePart) {
  const { best, today } = live;
  return (
    <Card
      className="best"
      title={text.bestTitle}
      hint={text.bestHint}
      csv={() => [
        [text.productColumn, text.quantity, text.sales],
        ...best.map(({ name, quantity, salesCents }) => [
          name,
          quantityText(quantity, language),
          plainAmount(salesCents, language),
        ]),
      ]}
    >
      {best.length === 0 ? (
        <p className="card-empty">{text.bestEmpty}</p>
      ) : (
        <div className="scroll" role="group" aria-label={text.bestTitle} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.productColumn}</th>
                <th scope="col">{text.quantity}</th>
                <th scope="col">{text.salesShort}</th>
                <th scope="col">{text.share}</th>
              </tr>
            </thead>
            <tbody>
              {best.map(({ productId, name, quantity, salesCents }) => (
                <tr key={productId}>
                  <th scope="row">{name}</th>
                  <td>{quantityText(quantity, language)}</td>
                  <td>{wholeEuros(salesCents, language)}</td>
                  <td className="is-quiet">
                    {shareText(shareOf(salesCents, today.salesCents), language)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
