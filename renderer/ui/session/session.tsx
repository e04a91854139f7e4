import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Right } from '#app/domain/staff/rights.ts';

import { useView } from '../../client/use-view.ts';
import { LOCKED_MARK } from './locked.ts';
import { SignInScreen } from './sign-in-screen.tsx';

export type Session = NonNullable<Output<StoreContract, 'session.current'>['session']>;

type SessionContext = {
  readonly session: Session;
  /** The name of this till. */
  readonly device: string;
  readonly lock: () => void;
  readonly signOut: () => void;
};

const Context = createContext<SessionContext | undefined>(undefined);

/** Any of these is a hand on the till. */
const TOUCHES = ['pointerdown', 'keydown'] as const;

/**
 * Lets nobody work before they have signed in. While the till is locked, what was being done stays
 * behind the lock as it was; the next person to sign in finds it, as at a counter of wood.
 */
export function SessionGate({
  client,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly children: ReactNode;
}) {
  const view = useView(client, 'session.current', {});
  const value = view.status === 'ready' ? view.value : undefined;
  const session = value?.session;
  const device = value?.device ?? '';
  const lock = useCallback(() => void client.request('staff.lock', {}), [client]);
  const signOut = useCallback(() => void client.request('staff.sign-out', {}), [client]);
  useAutoLock(session, lock);
  const context = useMemo(
    () => (session === undefined ? undefined : { session, device, lock, signOut }),
    [session, device, lock, signOut],
  );
  if (view.status === 'waiting') return null;
  if (context === undefined) return <SignInScreen client={client} />;
  const { isLocked, employeeId } = context.session;
  return (
    <Context value={context}>
      <div
        {...{ [LOCKED_MARK]: isLocked }}
        hidden={isLocked}
        inert={isLocked}
        style={isLocked ? undefined : CONTENTS}
      >
        {children}
      </div>
      {isLocked && <SignInScreen client={client} lockedFor={employeeId} />}
    </Context>
  );
}

const CONTENTS = { display: 'contents' } as const;

/** Who is signed in at this till. */
export function useSession(): SessionContext {
  const context = useContext(Context);
  if (context === undefined) throw new Error('useSession is called outside <SessionGate>');
  return context;
}

export function useHasRight(right: Right): boolean {
  return useSession().session.rights.includes(right);
}

/** Locks the till that nobody touches. */
function useAutoLock(session: Session | undefined, lock: () => void): void {
  const isOpen = session !== undefined && !session.isLocked;
  const afterMs = (session?.lockAfterSeconds ?? 0) * 1_000;
  useEffect(() => {
    if (!isOpen || afterMs === 0) return undefined;
    let timer = window.setTimeout(lock, afterMs);
    const touched = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(lock, afterMs);
    };
    for (const touch of TOUCHES) window.addEventListener(touch, touched, { passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const touch of TOUCHES) window.removeEventListener(touch, touched);
    };
  }, [isOpen, afterMs, lock]);
}
