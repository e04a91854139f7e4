import type { Menu } from '#app/domain/menu.ts';

/** What a code that was scanned at the counter is. */
export type Scanned =
  /** The QR code of a receipt. */
  | { readonly kind: 'receipt'; readonly orderId: string }
  | { readonly kind: 'gift-voucher'; readonly code: string }
  | { readonly kind: 'coupon'; readonly code: string };

/** `https://…/r/<store>/<order>`, as the receipt carries it. */
const RECEIPT = /\/r\/[0-9a-z-]+\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
/** Three groups of four signs, as the node draws them. */
const GIFT_VOUCHER = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

/**
 * Reads a burst of keys that ended like a scan. Undefined for anything that is not one of our codes: a
 * quick hand on the code line is as fast as a slow scanner, and must not be taken for one.
 */
export function readScanned(
  text: string,
  { promotions }: Pick<Menu, 'promotions'>,
): Scanned | undefined {
  const orderId = RECEIPT.exec(text)?.[1];
  if (orderId !== undefined) return { kind: 'receipt', orderId: orderId.toLowerCase() };
  const code = text.toUpperCase();
  if (promotions.some(({ coupon }) => coupon?.codes.includes(code) === true)) {
    return { kind: 'coupon', code };
  }
  return GIFT_VOUCHER.test(code) ? { kind: 'gift-voucher', code } : undefined;
}
