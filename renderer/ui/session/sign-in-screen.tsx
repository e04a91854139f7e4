import { useCallback, useEffect, useMemo, useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Refusal } from '#app/lib/result.ts';

import { useView } from '../../client/use-view.ts';
import { Key } from '../keys/key.tsx';
import { keypadKeyOf } from '../keys/keypad-key.ts';
import { PIN_MIN, PinEntry, pinAfter } from '../pin/pin-entry.tsx';
import { useRefusalText } from '../refusals/refusals.ts';
import { useText } from '../settings/settings.tsx';
import { Clock } from '../time/clock.tsx';
import { useNow } from '../time/now.tsx';
import { clockText } from '../time/time-text.ts';
import styles from './sign-in.module.css';
import { byName, chosenByKey } from './choose-name.ts';
import { signInText } from './text.ts';

type Employee = Output<StoreContract, 'staff.list'>[number];

const SECOND_MS = 1_000;

/** Names to touch, then a PIN; the keyboard does both. `lockedFor`: whose session stands behind it. */
export function SignInScreen({
  client,
  lockedFor,
}: {
  readonly client: Client<StoreContract>;
  readonly lockedFor?: string;
}) {
  const text = useText(signInText);
  const refusalText = useRefusalText();
  const view = useView(client, 'staff.list', {});
  const status = useView(client, 'store.status', {});
  const staff = useMemo(() => (view.status === 'ready' ? byName(view.value) : []), [view]);
  const entry = usePin(client, staff, lockedFor);
  const { chosen, choose, pin, setPin, enter, isBusy } = entry;
  usePinKeys({ pin, setPin, enter, staff, chosenId: chosen?.employeeId, choose });
  return (
    <main className={styles['screen']}>
      <header className={styles['top']}>
        <b>{status.status === 'ready' ? status.value.storeName : 'OC Pizza'}</b>
        <Clock />
      </header>
      <section className={styles['who']}>
        <h1>{lockedFor === undefined ? text.title : text.locked}</h1>
        <p>{lockedFor === undefined ? text.choose : text.lockedHint}</p>
        {view.status === 'ready' && staff.length === 0 && <p>{text.nobody}</p>}
        <div className={styles['names']} role="group" aria-label={text.people}>
          {staff.map((employee) => (
            <Name
              key={employee.employeeId}
              employee={employee}
              isChosen={employee.employeeId === chosen?.employeeId}
              onPress={() => choose(employee.employeeId)}
            />
          ))}
        </div>
        <p className={styles['hint']}>{text.initialHint}</p>
      </section>
      <section className={styles['pin']} aria-label={text.pin}>
        <h2>{chosen === undefined ? text.pin : text.pinOf(chosen.firstName)}</h2>
        <PinEntry pin={pin} confirm={text.enter} busy={isBusy} onPin={setPin} onConfirm={enter} />
        <p className={styles['refusal']} role="alert">
          {entry.isNameMissing && text.chooseFirst}
          {entry.refusal !== undefined && refusalText(entry.refusal)}
        </p>
      </section>
    </main>
  );
}

function Name({
  employee: { firstName, role, lockedUntil, firstPin },
  isChosen,
  onPress,
}: {
  readonly employee: Employee;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}) {
  const text = useText(signInText);
  const now = useNow(SECOND_MS);
  const isLocked = lockedUntil !== undefined && Date.parse(lockedUntil) > now;
  return (
    <Key
      label={firstName}
      icon={
        <i className={styles['initial']} aria-hidden>
          {firstName.slice(0, 1)}
        </i>
      }
      hint={
        <span className={styles['role']}>
          {isLocked ? text.lockedUntil(clockText(lockedUntil)) : text.roles[role]}
          {firstPin !== undefined && (
            <span className={styles['first-pin']}>{text.demonstration(firstPin)}</span>
          )}
        </span>
      }
      size="xl"
      wide
      tone={isChosen ? 'ink' : 'paper'}
      pressed={isChosen}
      disabled={isLocked}
      onPress={onPress}
    />
  );
}

/** The PIN being typed and what becomes of it. A wrong one is forgotten at once. */
function usePin(
  client: Client<StoreContract>,
  staff: readonly Employee[],
  lockedFor: string | undefined,
) {
  const [chosenId, setChosen] = useState(lockedFor);
  const [pin, setPin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const [isNameMissing, setNameMissing] = useState(false);
  const chosen = staff.find(({ employeeId }) => employeeId === chosenId);
  const choose = useCallback(
    (employeeId: string) => {
      setChosen(employeeId);
      // A code typed before any name is the code of whoever is chosen now.
      if (chosenId !== undefined) setPin('');
      setRefusal(undefined);
      setNameMissing(false);
    },
    [chosenId],
  );

  const enter = useCallback(() => {
    if (pin.length < PIN_MIN || isBusy) return;
    setNameMissing(chosen === undefined);
    if (chosen === undefined) return;
    setBusy(true);
    void client.request('staff.sign-in', { employeeId: chosen.employeeId, pin }).then((result) => {
      setRefusal(result.ok ? undefined : result.refusal);
      setPin('');
      setBusy(false);
    });
  }, [client, chosen, pin, isBusy]);

  return {
    chosen,
    pin,
    setPin,
    enter,
    isBusy,
    refusal,
    isNameMissing,
    choose,
  };
}

/**
 * Digits go to the PIN wherever the focus is, a letter or an arrow chooses a name; Enter enters,
 * unless a name has the focus and no PIN was typed.
 */
function usePinKeys({
  pin,
  setPin,
  enter,
  staff,
  chosenId,
  choose,
}: {
  readonly pin: string;
  readonly setPin: (pin: string) => void;
  readonly enter: () => void;
  readonly staff: readonly Employee[];
  readonly chosenId: string | undefined;
  readonly choose: (employeeId: string) => void;
}): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const key = keypadKeyOf(event);
      const next = pinAfter(pin, key);
      const named = chosenByKey(staff, chosenId, key);
      if (next !== undefined) setPin(next);
      else if (named !== undefined) choose(named);
      else if (key === 'Enter' && pin.length >= PIN_MIN) enter();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [pin, setPin, enter, staff, chosenId, choose]);
}
