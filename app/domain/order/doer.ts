/** Who did it: `by` is the id of an employee, device or reader; never a name. */
export type Doer = {
  readonly by: string;
  /** The till or screen, where it is known. */
  readonly device?: string | undefined;
  /** The employee whose right it took, where it is not the doer's own. */
  readonly grantedBy?: string | undefined;
};

/** Who does it, as written in an entry: nothing where nothing is known. */
export function doerOf({ by, device, grantedBy }: Doer): Doer {
  return {
    by,
    ...(device === undefined ? {} : { device }),
    ...(grantedBy === undefined ? {} : { grantedBy }),
  };
}
