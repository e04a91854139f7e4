import { useEffect, useRef, useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { hasRight, type Right } from '#app/domain/staff/rights.ts';

import { useView } from '../../client/use-view.ts';
import { Key } from '../keys/key.tsx';
import { PIN_MIN, PinEntry, pinAfter } from '../pin/pin-entry.tsx';
import { useRefusalText } from '../refusals/refusals.ts';
import { chosenByKey } from '../session/choose-name.ts';
import { isTillLocked } from '../session/locked.ts';
import { useText } from '../settings/settings.tsx';
import { Sheet } from '../sheet/sheet.tsx';
import { useNow } from '../time/now.tsx';
import { clockText } from '../time/time-text.ts';
import type { Approval } from './approval.tsx';
import styles from './approval.module.css';
import { approvalText } from './text.ts';

const SECOND_MS = 1_000;

/**
 * Who approves, and their PIN on a pad of 20 mm keys or the keyboard. The digits are never shown. It
 * stays until the node has found the PIN right.
 */
export function ApprovalSheet({
  client,
  right,
  about,
  onApprove,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly right: Right;
  readonly about: string | undefined;
  readonly onApprove: (approval: Approval) => void;
  readonly onClose: () => void;
}) {
  const text = useText(approvalText);
  const view = useView(client, 'staff.list', {});
  const staff = (view.status === 'ready' ? view.value : []).filter(({ role }) =>
    hasRight(role, right),
  );
  const [chosenId, setChosen] = useState<string | undefined>(undefined);
  const chosen = staff.find(({ employeeId }) => employeeId === chosenId) ?? only(staff);
  const typed = useTypedPin({ client, right, chosen, onApprove });
  const choose = (employeeId: string) => {
    if (chosen !== undefined && chosen.employeeId !== employeeId) typed.type('');
    typed.forget();
    setChosen(employeeId);
  };
  usePinKeys((event) => {
    const next = pinAfter(typed.pin, event.key);
    const named = chosenByKey(staff, chosen?.employeeId, event.key);
    if (next !== undefined) typed.type(next);
    else if (named !== undefined) choose(named);
    else if (event.key === 'Enter' && typed.pin.length >= PIN_MIN) typed.confirm();
    else return;
    event.preventDefault();
  });
  return (
    <Sheet title={text.title} side="centre" onClose={onClose}>
      <div className={styles['approval']}>
        <section className={styles['people']} aria-label={text.who}>
          <p className={styles['what']}>
            <b>{text.rights[right]}</b>
            {about !== undefined && <span>{about}</span>}
          </p>
          <h3>{text.who}</h3>
          {view.status === 'ready' && staff.length === 0 && <p>{text.nobody}</p>}
          <People staff={staff} chosenId={chosen?.employeeId} onChoose={choose} />
        </section>
        <section className={styles['pin']} aria-label={text.pin}>
          <h3>{chosen === undefined ? text.pin : text.pinOf(chosen.firstName)}</h3>
          <PinEntry
            pin={typed.pin}
            confirm={text.confirm}
            busy={typed.isBusy}
            onPin={typed.type}
            onConfirm={typed.confirm}
          />
          <p className={styles['refusal']} role="alert">
            {typed.isNameMissing ? text.chooseFirst : typed.refusal}
          </p>
        </section>
      </div>
    </Sheet>
  );
}

/** The PIN being typed. A wrong one is forgotten at once. */
function useTypedPin({
  client,
  right,
  chosen,
  onApprove,
}: {
  readonly client: Client<StoreContract>;
  readonly right: Right;
  readonly chosen: { readonly employeeId: string } | undefined;
  readonly onApprove: (approval: Approval) => void;
}) {
  const [pin, setPin] = useState('');
  const [isNameMissing, setNameMissing] = useState(false);
  const { check, isBusy, refusal, forget } = useCheck(client, right, onApprove);
  return {
    pin,
    isBusy,
    refusal,
    isNameMissing,
    forget() {
      setNameMissing(false);
      forget();
    },
    type(next: string) {
      setPin(next);
      forget();
    },
    confirm() {
      if (pin.length < PIN_MIN) return;
      setNameMissing(chosen === undefined);
      // Without a name the code stays, as at sign-in.
      if (chosen === undefined) return;
      void check({ employeeId: chosen.employeeId, pin });
      setPin('');
    },
  };
}

/** Asks the node at once, so that a wrong PIN is said where it was typed and nothing is given for it. */
function useCheck(
  client: Client<StoreContract>,
  right: Right,
  onApprove: (approval: Approval) => void,
) {
  const refusalText = useRefusalText();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const check = async (approval: Approval) => {
    if (isBusy) return;
    setBusy(true);
    const result = await client.request('staff.check-approval', { right, approval });
    setBusy(false);
    if (result.ok) onApprove(approval);
    else setRefusal(refusalText(result.refusal));
  };
  return { check, isBusy, refusal, forget: () => setRefusal(undefined) };
}

function People({
  staff,
  chosenId,
  onChoose,
}: {
  readonly staff: Output<StoreContract, 'staff.list'>;
  readonly chosenId: string | undefined;
  readonly onChoose: (employeeId: string) => void;
}) {
  const text = useText(approvalText);
  const now = useNow(SECOND_MS);
  return (
    <div className={styles['names']}>
      {staff.map(({ employeeId, firstName, role, lockedUntil }, place) => {
        const isLocked = lockedUntil !== undefined && Date.parse(lockedUntil) > now;
        return (
          <Key
            key={employeeId}
            label={firstName}
            hint={isLocked ? text.lockedUntil(clockText(lockedUntil)) : text.roles[role]}
            size="l"
            wide
            tone={employeeId === chosenId ? 'ink' : 'plain'}
            pressed={employeeId === chosenId}
            disabled={isLocked}
            autoFocus={place === 0}
            onPress={() => onChoose(employeeId)}
          />
        );
      })}
    </div>
  );
}

/** The sheet has the whole keyboard, wherever the focus is in it. */
function usePinKeys(press: (event: KeyboardEvent) => void): void {
  const current = useRef(press);
  useEffect(() => {
    current.current = press;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isTillLocked()) current.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
