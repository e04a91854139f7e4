import type { Restriction } from '../domain/menu.ts';
import { beers } from './card/drinks.ts';

const MIDDAY = { weekdays: [1, 2, 3, 4, 5], hours: { from: '11:00', to: '15:00' } };

const ALCOHOL = beers.filter(({ vatClass }) => vatClass === 'alcohol');

/** Demonstration data: what is not sold everywhere and always. */
export const restrictions: readonly Restriction[] = [
  { target: { kind: 'deal', dealId: 'midi' }, period: MIDDAY },
  // No beer is brought to a door at night: the web sells it until 22:00, the counter as it is open.
  ...ALCOHOL.flatMap(({ id }): Restriction[] => {
    const target = { kind: 'product', productId: id } as const;
    return [
      { target, channels: ['counter', 'phone'] },
      { target, channels: ['web'], period: { hours: { from: '11:00', to: '22:00' } } },
    ];
  }),
  // A hot drink does not survive the road.
  ...['cafe', 'chocolat-chaud'].map(
    (productId): Restriction => ({
      target: { kind: 'product', productId },
      modes: ['take-away', 'on-site'],
    }),
  ),
];
