import { e164Of, formatPhoneNumber } from '#app/domain/phone-number.ts';
import type { Input } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import type { Address, Customer } from '../current-customer.tsx';

export type SaveInput = Input<StoreContract, 'customer.save'>;

/** An address as it is typed. Coordinates only once it was chosen from the address base. */
export type AddressDraft = {
  readonly addressId: string;
  readonly label: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly floor: string;
  readonly doorCode: string;
  readonly intercom: string;
  readonly meetingPoint: string;
};

export type FormState = {
  readonly customerId: string;
  readonly name: string;
  readonly phone: string;
  readonly otherPhones: readonly string[];
  readonly email: string;
  readonly note: string;
  readonly addresses: readonly AddressDraft[];
};

export type FormFault = 'needsName' | 'needsStreet' | 'badPhone';

export function emptyAddress(addressId: string): AddressDraft {
  return {
    addressId,
    label: '',
    street: '',
    postcode: '',
    city: '',
    latitude: undefined,
    longitude: undefined,
    floor: '',
    doorCode: '',
    intercom: '',
    meetingPoint: '',
  };
}

/** What is known of the customer, ready to be changed; nothing of a new one but their number. */
export function formOf(
  customer: Customer | undefined,
  { customerId, phone }: { readonly customerId: string; readonly phone: string | undefined },
): FormState {
  const [first, ...otherPhones] = customer?.phones ?? [];
  return {
    customerId: customer?.customerId ?? customerId,
    name: customer?.name ?? '',
    phone: first === undefined ? (phone ?? '') : formatPhoneNumber(first),
    otherPhones,
    email: customer?.email ?? '',
    note: customer?.note ?? '',
    addresses: (customer?.addresses ?? []).map(draftOf),
  };
}

function draftOf(address: Address): AddressDraft {
  const { addressId, street, postcode, city, latitude, longitude } = address;
  return {
    addressId,
    street,
    postcode,
    city,
    latitude,
    longitude,
    label: address.label ?? '',
    floor: address.floor ?? '',
    doorCode: address.doorCode ?? '',
    intercom: address.intercom ?? '',
    meetingPoint: address.meetingPoint ?? '',
  };
}

/** What keeps the form from being saved, the first of it. */
export function faultOf({ name, phone, addresses }: FormState): FormFault | undefined {
  if (name.trim() === '') return 'needsName';
  if (phone.trim() !== '' && e164Of(phone.trim()) === undefined) return 'badPhone';
  const isWrong = ({ street, postcode, city }: AddressDraft) =>
    street.trim() === '' || city.trim() === '' || !/^\d{5}$/.test(postcode.trim());
  return addresses.some(isWrong) ? 'needsStreet' : undefined;
}

/** The form as the node takes it: empty fields are absent. */
export function saveInput(form: FormState): SaveInput {
  // A number is shown with spaces that do not break, and sent as it is typed.
  const phones = [form.phone, ...form.otherPhones]
    .map((phone) => phone.replace(/\s/g, ' ').trim())
    .filter((phone) => phone !== '');
  return {
    customerId: form.customerId,
    name: form.name.trim(),
    phones,
    ...field('email', form.email),
    ...field('note', form.note),
    addresses: form.addresses.map((address) => ({
      addressId: address.addressId,
      street: address.street.trim(),
      postcode: address.postcode.trim(),
      city: address.city.trim(),
      ...field('label', address.label),
      ...field('floor', address.floor),
      ...field('doorCode', address.doorCode),
      ...field('intercom', address.intercom),
      ...field('meetingPoint', address.meetingPoint),
      ...(address.latitude === undefined ? {} : { latitude: address.latitude }),
      ...(address.longitude === undefined ? {} : { longitude: address.longitude }),
    })),
  };
}

function field<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const typed = value.trim();
  return typed === '' ? {} : ({ [name]: typed } as Partial<Record<Name, string>>);
}
