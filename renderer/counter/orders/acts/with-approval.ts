import type { Right } from '#app/domain/staff/rights.ts';
import type { Result } from '#app/lib/result.ts';

import type { Approval, AskApproval } from '../../../ui/approval/approval.tsx';

/**
 * Sends a command; where the node wants somebody with a right, asks for their PIN and sends it again
 * with it. Nothing when they went back.
 */
export async function withApproval<Value>(
  ask: AskApproval,
  { right, about }: { readonly right: Right; readonly about: string },
  send: (approval: { approval?: Approval }) => Promise<Result<Value>>,
): Promise<Result<Value> | undefined> {
  const first = await send({});
  if (first.ok || !WANTS_RIGHT.includes(first.refusal.code)) return first;
  const answer = await ask(right, { about, isAlways: true });
  if (answer.status !== 'approved') return undefined;
  return send({ approval: answer.approval });
}

/** How the node says that somebody else has to agree. */
const WANTS_RIGHT: readonly string[] = ['staff.right-needed', 'order.needs-right'];
