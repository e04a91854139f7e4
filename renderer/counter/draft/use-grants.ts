import { useCallback, useState } from 'react';

import type { Approval } from '../../ui/approval/approval.tsx';

/**
 * Who agreed to a price set by hand, by order; sent with it when it is placed. In memory only: a PIN
 * is never written down, after a reload it is asked again.
 */
export function useGrants(draftId: string): {
  readonly approval: Approval | undefined;
  readonly grant: (approval: Approval) => void;
} {
  const [grants, setGrants] = useState<ReadonlyMap<string, Approval>>(() => new Map());
  const grant = useCallback(
    (approval: Approval) => setGrants((before) => new Map(before).set(draftId, approval)),
    [draftId],
  );
  return { approval: grants.get(draftId), grant };
}
