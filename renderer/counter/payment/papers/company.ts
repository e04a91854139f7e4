import type { Input } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { isSiren } from '#app/domain/siren.ts';

export type Company = Input<StoreContract, 'invoice.issue'>['company'];

/** What was typed into the form of an invoice. */
export type TypedCompany = {
  readonly name: string;
  readonly address: string;
  readonly more: string;
  readonly town: string;
  readonly siren: string;
  readonly vatId: string;
};

export const NO_COMPANY: TypedCompany = {
  name: '',
  address: '',
  more: '',
  town: '',
  siren: '',
  vatId: '',
};

/** What is wrong with it, once enough was typed to tell. */
export function troubleOf(typed: TypedCompany): { siren?: true; vatId?: true } {
  const siren = digitsOf(typed.siren);
  const vatId = vatIdOf(typed.vatId);
  return {
    ...(siren.length >= 9 && !isSiren(siren) ? { siren: true } : {}),
    ...(vatId.length >= 4 && !VAT_ID.test(vatId) ? { vatId: true } : {}),
  };
}

/** The company as an invoice wants it; nothing as long as a name, an address or a digit is missing. */
export function companyOf(typed: TypedCompany): Company | undefined {
  const name = typed.name.trim();
  const address = typed.address.trim();
  const town = typed.town.trim();
  const siren = digitsOf(typed.siren);
  const vatId = vatIdOf(typed.vatId);
  if (name === '' || address === '' || town === '') return undefined;
  if (siren !== '' && !isSiren(siren)) return undefined;
  if (vatId !== '' && !VAT_ID.test(vatId)) return undefined;
  const more = typed.more.trim();
  return {
    name,
    addressLines: [address, ...(more === '' ? [] : [more]), town],
    ...(siren === '' ? {} : { siren }),
    ...(vatId === '' ? {} : { vatId }),
  };
}

/** As the contract takes it. */
const VAT_ID = /^[A-Z]{2}[0-9A-Z]{2,13}$/;

function digitsOf(text: string): string {
  return text.replace(/\s/g, '');
}

function vatIdOf(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}
