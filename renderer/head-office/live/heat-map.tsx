import { busyHours, heatOf, hourText, ordersOf } from '../figures/hours.ts';
import { Card } from './card.tsx';
import type { LivePart } from './live-part.ts';
import './heat-map.css';

/** How busy each store was in each hour; hours in which nobody sold are left out. */
export function HeatMap({ live, text, language }: LivePart) {
  const hours = busyHours(live.hours);
  const stores = live.stores.filter(({ status }) => status !== 'not-open');
  const busiest = Math.max(
    0,
    ...hours.flatMap(({ hour }) => stores.map(({ storeId }) => ordersOf(hour, storeId))),
  );
  return (
    <Card className="heat" title={text.heatTitle} hint={text.heatHint}>
      <div className="scroll" role="group" aria-label={text.heatTitle} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{text.store}</span>
              </th>
              {hours.map(({ hour, isAfterGap }) => (
                <th key={hour.hour} scope="col" className={isAfterGap ? 'is-after-gap' : ''}>
                  {hourText(hour.hour, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stores.map(({ storeId, name }) => (
              <tr key={storeId}>
                <th scope="row">{shortName(name)}</th>
                {hours.map(({ hour, isAfterGap }) => {
                  const orders = ordersOf(hour, storeId);
                  const heat = `heat-${heatOf(orders, busiest)}`;
                  return (
                    <td key={hour.hour} className={isAfterGap ? 'is-after-gap' : ''}>
                      <span className={heat} title={text.heatCell(orders)}>
                        {orders === 0 ? '' : orders}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** All stores bear the name of the chain; where there is little room, what tells them apart is enough. */
function shortName(name: string): string {
  return name.replace(/^OC Pizza /, '');
}
