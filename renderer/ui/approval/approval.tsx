import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Right } from '#app/domain/staff/rights.ts';

import { useView } from '../../client/use-view.ts';
import { ApprovalSheet } from './approval-sheet.tsx';

/** What the contract takes beside an action that needs a right; never kept beyond it. */
export type Approval = { readonly employeeId: string; readonly pin: string };

/**
 * `own`: whoever is signed in has the right. `approved`: somebody who has it typed their PIN, which
 * the node found right, and checks again with the action. `refused`: they went back.
 */
export type Asked =
  | { readonly status: 'own' }
  | { readonly status: 'approved'; readonly approval: Approval }
  | { readonly status: 'refused' };

/** Asks for a right before an action: at once answered where nobody else is needed. */
export type AskApproval = (right: Right, options?: AskOptions) => Promise<Asked>;
export type AskOptions = {
  /** What it is about, in words: `Reine M · 11,90 €`. */
  readonly about?: string;
  /** Asks somebody else even where the session has the right: the node has just refused it. */
  readonly isAlways?: boolean;
};

type Question = {
  readonly right: Right;
  readonly about: string | undefined;
  readonly answer: (asked: Asked) => void;
};

const ApprovalContext = createContext<AskApproval | undefined>(undefined);

/** Holds the sheet on which somebody with the right types their PIN. One question at a time. */
export function ApprovalProvider({
  client,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly children: ReactNode;
}) {
  const view = useView(client, 'session.current', {});
  const session = view.status === 'ready' ? view.value.session : undefined;
  const rights = useRef<readonly Right[]>([]);
  rights.current = session?.rights ?? [];
  const [question, setQuestion] = useState<Question | undefined>(undefined);

  const ask = useCallback<AskApproval>((right, { about, isAlways = false } = {}) => {
    if (!isAlways && rights.current.includes(right)) return Promise.resolve({ status: 'own' });
    return new Promise<Asked>((resolve) => {
      setQuestion((before) => {
        before?.answer({ status: 'refused' });
        return { right, about, answer: resolve };
      });
    });
  }, []);
  const settle = (asked: Asked) => {
    question?.answer(asked);
    setQuestion(undefined);
  };
  const shown = useMemo(() => question, [question]);

  return (
    <ApprovalContext value={ask}>
      {children}
      {shown !== undefined && (
        <ApprovalSheet
          client={client}
          right={shown.right}
          about={shown.about}
          onApprove={(approval) => settle({ status: 'approved', approval })}
          onClose={() => settle({ status: 'refused' })}
        />
      )}
    </ApprovalContext>
  );
}

/**
 * `const ask = useApproval(); const asked = await ask('order.refund', { about })`. Send
 * `asked.approval` with the action when the status is `approved`.
 */
export function useApproval(): AskApproval {
  const ask = useContext(ApprovalContext);
  if (ask === undefined) throw new Error('useApproval is called outside <ApprovalProvider>');
  return ask;
}
