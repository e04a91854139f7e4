import { useEffect, useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatEuros } from '#app/lib/money.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import styles from './customer-form.module.css';
import { Field } from './field.tsx';
import type { AddressDraft } from './form-state.ts';
import { customerText } from '../text.ts';

type Suggestion = Output<StoreContract, 'address.complete'>[number];
type Zone = Output<StoreContract, 'address.zone'>['zone'];

const NONE: readonly Suggestion[] = [];
/** A street and a number are guessed from here on. */
const COMPLETE_FROM = 4;
/** Between two letters of a quick hand. */
const ASK_DELAY_MS = 100;

/** One address: typed once, completed from the base of the département, then what the rider needs. */
export function AddressFields({
  client,
  address,
  isAdded,
  onChange,
  onRemove,
}: {
  readonly client: Client<StoreContract>;
  readonly address: AddressDraft;
  /** Asked for a moment ago: what is typed next is its street. */
  readonly isAdded: boolean;
  readonly onChange: (address: AddressDraft) => void;
  readonly onRemove: () => void;
}) {
  const text = useText(customerText);
  const change = (changed: Partial<AddressDraft>) => onChange({ ...address, ...changed });
  const suggestions = useSuggestions(client, address);
  return (
    <fieldset className={styles['address']}>
      <legend>{text.address}</legend>
      <Field
        label={text.street}
        value={address.street}
        isFirst={isAdded}
        hint={text.addressHint}
        onChange={(street) => change({ street, latitude: undefined, longitude: undefined })}
      />
      {suggestions.length > 0 && (
        <div role="group" aria-label={text.suggestions} className={styles['suggestions']}>
          {suggestions.map((suggestion) => (
            <button
              key={suggestion.label}
              type="button"
              onClick={() => {
                const { label: _label, ...place } = suggestion;
                change(place);
              }}
            >
              {suggestion.label}
            </button>
          ))}
        </div>
      )}
      <div className={styles['pair']}>
        <Field
          label={text.postcode}
          value={address.postcode}
          mode="numeric"
          onChange={(postcode) => change({ postcode })}
        />
        <Field label={text.city} value={address.city} onChange={(city) => change({ city })} />
      </div>
      <ZoneLine client={client} address={address} />
      <DoorFields address={address} onChange={change} />
      <Key label={text.removeAddress} tone="quiet" onPress={onRemove} />
    </fieldset>
  );
}

/** What riders lose their time without. */
function DoorFields({
  address,
  onChange: change,
}: {
  readonly address: AddressDraft;
  readonly onChange: (changed: Partial<AddressDraft>) => void;
}) {
  const text = useText(customerText);
  return (
    <>
      <div className={styles['trio']}>
        <Field
          label={text.floorField}
          value={address.floor}
          onChange={(floor) => change({ floor })}
        />
        <Field
          label={text.doorCodeField}
          value={address.doorCode}
          onChange={(doorCode) => change({ doorCode })}
        />
        <Field
          label={text.intercomField}
          value={address.intercom}
          onChange={(intercom) => change({ intercom })}
        />
      </div>
      <Field
        label={text.meetingPoint}
        value={address.meetingPoint}
        hint={text.meetingHint}
        onChange={(meetingPoint) => change({ meetingPoint })}
      />
    </>
  );
}

/** None once one was chosen: the address then has its place on the map. */
function useSuggestions(
  client: Client<StoreContract>,
  { street, latitude }: AddressDraft,
): readonly Suggestion[] {
  const [found, setFound] = useState({ asked: '', suggestions: NONE });
  const asked =
    latitude === undefined && street.trim().length >= COMPLETE_FROM ? street.trim() : '';
  useEffect(() => {
    if (asked === '') return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await client.request('address.complete', { text: asked });
      if (isCurrent && result.ok) setFound({ asked, suggestions: result.value });
    }, ASK_DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, asked]);
  return asked !== '' && found.asked === asked ? found.suggestions : NONE;
}

/** What delivering there costs, before the sheet is even saved. */
function ZoneLine({
  client,
  address: { latitude, longitude },
}: {
  readonly client: Client<StoreContract>;
  readonly address: AddressDraft;
}) {
  const text = useText(customerText);
  const language = useLanguage();
  const [zone, setZone] = useState<{ readonly zone: Zone } | undefined>(undefined);
  useEffect(() => {
    setZone(undefined);
    if (latitude === undefined || longitude === undefined) return;
    let isCurrent = true;
    void client.request('address.zone', { latitude, longitude }).then((result) => {
      if (isCurrent && result.ok) setZone({ zone: result.value.zone });
    });
    return () => {
      isCurrent = false;
    };
  }, [client, latitude, longitude]);
  if (zone === undefined) return null;
  if (zone.zone === undefined) return <p className={styles['zone']}>{text.noZone}</p>;
  const { name, feeCents, minimumCents } = zone.zone;
  const fee = feeCents === 0 ? text.freeDelivery : formatEuros(feeCents, language);
  return (
    <p className={styles['zone']} role="status">
      {text.zone(name, fee, formatEuros(minimumCents, language))}
    </p>
  );
}
