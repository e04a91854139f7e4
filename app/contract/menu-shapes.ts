import { z } from 'zod';

import { ALLERGENS } from '../domain/menu.ts';
import { ChannelShape, KindShape, ModeShape } from './shapes.ts';

/** The menu as the screens receive it. Amounts in cents. */

const ALLERGEN_LIST = z.array(z.enum(ALLERGENS));
const ExtraClassShape = z.enum(['vegetable', 'cheese', 'meat', 'premium']);
const BySize = z.record(z.string(), z.int());

const PeriodShape = z.object({
  weekdays: z.array(z.int()).optional(),
  hours: z.object({ from: z.string(), to: z.string() }).optional(),
  dates: z.object({ from: z.string(), to: z.string() }).optional(),
});

/** Where and when a restriction or a promotion holds. */
const REACH = {
  storeIds: z.array(z.string()).optional(),
  channels: z.array(ChannelShape).optional(),
  modes: z.array(ModeShape).optional(),
  period: PeriodShape.optional(),
};

const ProductShape = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: KindShape,
  categoryId: z.string(),
  vatClass: z.enum(['prepared', 'conservable', 'confectionery', 'alcohol']),
  variants: z.array(
    z.object({
      sizeId: z.string(),
      priceCents: z.int(),
      recipe: z.array(z.object({ ingredientId: z.string(), grams: z.int() })),
    }),
  ),
  allergens: ALLERGEN_LIST.optional(),
  volumeCl: z.number().optional(),
  isSplittable: z.boolean().optional(),
  doughIds: z.array(z.string()).optional(),
  optionGroupIds: z.array(z.string()).optional(),
  isSuggested: z.boolean().optional(),
});

const OptionGroupShape = z.object({
  id: z.string(),
  name: z.string(),
  min: z.int(),
  max: z.int(),
  free: z.int(),
  options: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      priceCents: BySize,
      ingredientId: z.string().optional(),
      grams: z.int().optional(),
    }),
  ),
});

const DealShape = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  priceCents: z.int(),
  slots: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      choices: z.array(
        z.object({
          productId: z.string(),
          sizeId: z.string().optional(),
          supplementCents: z.int(),
        }),
      ),
    }),
  ),
});

const RestrictionShape = z.object({
  target: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('product'),
      productId: z.string(),
      sizeId: z.string().optional(),
    }),
    z.object({ kind: z.literal('category'), categoryId: z.string() }),
    z.object({ kind: z.literal('deal'), dealId: z.string() }),
  ]),
  ...REACH,
});

const PromotionShape = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.object({
    productIds: z.array(z.string()).optional(),
    categoryIds: z.array(z.string()).optional(),
    kinds: z.array(KindShape).optional(),
    sizeIds: z.array(z.string()).optional(),
  }),
  benefit: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rate'), rateBp: z.int() }),
    z.object({ kind: z.literal('amount'), amountCents: z.int() }),
    z.object({ kind: z.literal('nth-price'), nth: z.int(), priceCents: z.int() }),
    z.object({ kind: z.literal('nth-rate'), nth: z.int(), rateBp: z.int() }),
    z.object({ kind: z.literal('take-pay'), take: z.int(), pay: z.int() }),
  ]),
  stacking: z.enum(['adds-up', 'exclusive']),
  priority: z.int(),
  ...REACH,
  minimumCents: z.int().optional(),
  coupon: z
    .object({
      codes: z.array(z.string()),
      perOrderMax: z.int().optional(),
      perCustomerMax: z.int().optional(),
      totalMax: z.int().optional(),
    })
    .optional(),
});

export const MenuShape = z.object({
  version: z.string(),
  sizes: z.array(
    z.object({ id: z.string(), letter: z.string(), name: z.string(), diameterCm: z.int() }),
  ),
  defaultSizeId: z.string(),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
  ingredients: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      allergens: ALLERGEN_LIST,
      traces: ALLERGEN_LIST.optional(),
      extraClass: ExtraClassShape.optional(),
      extraPricesCents: BySize.optional(),
    }),
  ),
  products: z.array(ProductShape),
  extraPricesCents: z.record(ExtraClassShape, BySize),
  doughs: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      ingredientId: z.string(),
      surchargeCents: BySize,
    }),
  ),
  optionGroups: z.array(OptionGroupShape),
  deals: z.array(DealShape),
  parts: z.object({
    policy: z.enum(['dearest', 'average', 'shares']),
    extras: z.enum(['whole', 'share']),
  }),
  restrictions: z.array(RestrictionShape),
  promotions: z.array(PromotionShape),
});
