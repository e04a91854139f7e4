import type { Promotion } from '../domain/promotion/promotion.ts';

/** Two stores try out what the others do not give yet. */
const TRIAL_STORES = ['bron', 'venissieux'];

/** Demonstration data. What needs no code is given in some stores or on the web only. */
export const promotions: readonly Promotion[] = [
  {
    id: 'deuxieme-a-5',
    name: '2e pizza à 5\u202f€',
    scope: { kinds: ['pizza'], sizeIds: ['m'] },
    benefit: { kind: 'nth-price', nth: 2, priceCents: 500 },
    stacking: 'exclusive',
    priority: 10,
    modes: ['take-away'],
    storeIds: TRIAL_STORES,
    period: { weekdays: [1, 2, 3] },
  },
  {
    id: 'happy-hour',
    name: 'Happy hour\u202f: boissons −20\u202f%',
    scope: { kinds: ['drink', 'beer'] },
    benefit: { kind: 'rate', rateBp: 2000 },
    stacking: 'adds-up',
    priority: 20,
    channels: ['counter'],
    modes: ['on-site', 'take-away'],
    storeIds: TRIAL_STORES,
    period: { weekdays: [1, 2, 3, 4, 5], hours: { from: '17:00', to: '19:00' } },
  },
  {
    id: 'desserts-2-3',
    name: 'Desserts\u202f: 2 = 3',
    scope: { categoryIds: ['desserts'] },
    benefit: { kind: 'take-pay', take: 3, pay: 2 },
    stacking: 'adds-up',
    priority: 10,
    channels: ['web'],
  },
  {
    id: 'bienvenue',
    name: 'Bienvenue\u202f: 5\u202f€ offerts',
    scope: {},
    benefit: { kind: 'amount', amountCents: 500 },
    stacking: 'adds-up',
    priority: 30,
    minimumCents: 2000,
    coupon: { codes: ['BIENVENUE'], perCustomerMax: 1 },
  },
  {
    id: 'etudiant',
    name: 'Étudiant\u202f: −10\u202f%',
    scope: { kinds: ['pizza'] },
    benefit: { kind: 'rate', rateBp: 1000 },
    stacking: 'exclusive',
    priority: 40,
    channels: ['counter', 'phone'],
    coupon: { codes: ['ETUDIANT', 'ETUDIANT-69'] },
  },
];
