import { accept, refuse, type Result } from '../../lib/result.ts';
import type { Product, Variant } from '../menu.ts';
import type { MenuIndex } from '../menu-index.ts';
import type { PricingRefusal } from '../order/refusals.ts';

export type Found = { readonly product: Product; readonly variant: Variant };

/** A product of the menu in one of its sizes. */
export function findVariant(
  index: MenuIndex,
  productId: string,
  sizeId: string,
): Result<Found, PricingRefusal> {
  const indexed = index.products.get(productId);
  if (indexed === undefined) {
    return refuse({ code: 'pricing.unknown-product', detail: { productId } });
  }
  const variant = indexed.variants.get(sizeId);
  if (variant === undefined) {
    return refuse({ code: 'pricing.unknown-size', detail: { productId, sizeId } });
  }
  return accept({ product: indexed.product, variant });
}
