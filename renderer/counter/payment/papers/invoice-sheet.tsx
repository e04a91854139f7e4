import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useText } from '../../../ui/settings/settings.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { companyOf, NO_COMPANY, troubleOf, type TypedCompany } from './company.ts';
import { PaperField } from './paper-field.tsx';
import styles from './papers.module.css';
import { papersText } from './text.ts';

const LINE_MAX = 120;

/** Who the invoice is for; one that was made is only printed again. */
export function InvoiceSheet({
  client,
  orderId,
  invoiceNumber,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly orderId: string;
  readonly invoiceNumber: string | undefined;
  readonly onClose: () => void;
}) {
  const text = useText(papersText);
  const refusalText = useRefusalText();
  const [typed, setTyped] = useState<TypedCompany>(NO_COMPANY);
  const [said, setSaid] = useState<string | undefined>(undefined);
  const company = companyOf(typed);
  const print = async (number: string) => {
    const result = await client.request('receipt.print', { orderId, document: 'invoice' });
    setSaid(result.ok ? text.invoiceDone(number) : refusalText(result.refusal));
  };
  const issue = async () => {
    if (company === undefined) return;
    const result = await client.request('invoice.issue', { orderId, company });
    if (result.ok) await print(result.value.invoiceNumber);
    else setSaid(refusalText(result.refusal));
  };
  const title = invoiceNumber === undefined ? text.invoiceTitle : text.invoiceNumber(invoiceNumber);
  return (
    <Sheet title={title} side="centre" onClose={onClose}>
      <div className={`${styles['sheet']} ${styles['wide']}`}>
        {invoiceNumber === undefined && <CompanyFields typed={typed} onTyped={setTyped} />}
        {said !== undefined && (
          <p className={styles['trouble']} role="status">
            {said}
          </p>
        )}
        {invoiceNumber === undefined ? (
          <Key
            label={text.invoiceIssue}
            tone="action"
            size="l"
            wide
            disabled={company === undefined}
            onPress={() => void issue()}
          />
        ) : (
          <>
            <Key
              label={text.invoicePrint}
              size="l"
              wide
              onPress={() => void print(invoiceNumber)}
            />
            <Key label={text.close} tone="action" size="l" wide autoFocus onPress={onClose} />
          </>
        )}
      </div>
    </Sheet>
  );
}

function CompanyFields({
  typed,
  onTyped,
}: {
  readonly typed: TypedCompany;
  readonly onTyped: (typed: TypedCompany) => void;
}) {
  const text = useText(papersText);
  const trouble = troubleOf(typed);
  const field = (name: keyof TypedCompany) => ({
    value: typed[name],
    maxLength: LINE_MAX,
    onChange: (value: string) => onTyped({ ...typed, [name]: value }),
  });
  return (
    <>
      <PaperField label={text.company} autoFocus {...field('name')} />
      <div className={styles['two']}>
        <PaperField label={text.address} {...field('address')} />
        <PaperField label={text.addressMore} {...field('more')} />
      </div>
      <PaperField label={text.town} {...field('town')} />
      <div className={styles['two']}>
        <PaperField
          label={text.siren}
          {...field('siren')}
          trouble={trouble.siren === true ? text.sirenBad : undefined}
        />
        <PaperField
          label={text.vatId}
          {...field('vatId')}
          trouble={trouble.vatId === true ? text.vatIdBad : undefined}
        />
      </div>
    </>
  );
}
