import type { DoorCode } from '#app/contract/door.ts';
import type { StoreRefusalCode } from '#app/contract/store-refusals.ts';
import type { CodeLineRefusalCode } from '#app/domain/code-line/refusal.ts';
import type { OrderRefusalCode } from '#app/domain/order/refusals.ts';

/** What the wire itself answers, when the node does not (renderer/client). */
export type LinkCode = 'link.down' | 'link.no-answer' | 'link.busy';

/** Every refusal that a screen can be given. A new one does not compile without its sentence. */
export type KnownCode =
  | OrderRefusalCode
  | CodeLineRefusalCode
  | DoorCode
  | 'request.failed'
  | StoreRefusalCode
  | LinkCode;

/** What a refusal carries beside its code. */
export type Detail = Readonly<Record<string, string | number>>;

/** A sentence, or one made from the detail. */
export type RefusalSentence = string | ((detail: Detail) => string);
export type RefusalSentences = Readonly<Record<KnownCode, RefusalSentence>>;
