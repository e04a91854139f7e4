import { useEffect, useRef, useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { hasRight, type Right } from '#app/domain/staff/rights.ts';

import { useView } from '../../client/use-view.ts';
import { Key } from '../keys/key.tsx';
import { PIN_MIN, PinEntry, pinAfter } from '../pin/pin-entry.tsx';
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

/** Who approves, and their PIN on a pad of 20 mm keys or the keyboard. The digits are never shown. */
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
  const [pin, setPin] = useState('');
  const [isNameMissing, setNameMissing] = useState(false);
  const confirm = () => {
    if (pin.length < PIN_MIN) return;
    setNameMissing(chosen === undefined);
    if (chosen !== undefined) onApprove({ employeeId: chosen.employeeId, pin });
  };
  const choose = (employeeId: string) => {
    if (chosen !== undefined && chosen.employeeId !== employeeId) setPin('');
    setNameMissing(false);
    setChosen(employeeId);
  };
  usePinKeys((event) => {
    const next = pinAfter(pin, event.key);
    const named = chosenByKey(staff, chosen?.employeeId, event.key);
    if (next !== undefined) setPin(next);
    else if (named !== undefined) choose(named);
    else if (event.key === 'Enter' && pin.length >= PIN_MIN) confirm();
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
          <PinEntry pin={pin} confirm={text.confirm} onPin={setPin} onConfirm={confirm} />
          <p className={styles['missing']} role="alert">
            {isNameMissing && text.chooseFirst}
          </p>
        </section>
      </div>
    </Sheet>
  );
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
