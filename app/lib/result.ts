/** A refusal is an answer the person can act on; anything unexpected is thrown. */
export type Refusal = {
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R extends Refusal>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}
