import { IconFileInvoice, IconMail, IconQrcode } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { classes } from '../../../ui/classes.ts';
import { Key } from '../../../ui/keys/key.tsx';
import { useText } from '../../../ui/settings/settings.tsx';
import { ReceiptKey } from '../receipt-key.tsx';
import { EmailSheet } from './email-sheet.tsx';
import { InvoiceSheet } from './invoice-sheet.tsx';
import styles from './papers.module.css';
import { QrSheet } from './qr-sheet.tsx';
import { papersText } from './text.ts';

export type PaperOrder = Pick<
  Output<StoreContract, 'order.detail'>,
  'orderId' | 'receipt' | 'dueCents' | 'status' | 'invoiceNumber'
>;

/** Paper, code, message or invoice: nothing of it unless somebody asks (R-TICK-02). */
export function PaperKeys({
  client,
  detail,
  isCompact = false,
}: {
  readonly client: Client<StoreContract>;
  readonly detail: PaperOrder;
  /** All in one row, without their pictures. */
  readonly isCompact?: boolean;
}) {
  const text = useText(papersText);
  const [open, setOpen] = useState<'qr' | 'email' | 'invoice' | undefined>(undefined);
  const { orderId, receipt, dueCents, status, invoiceNumber } = detail;
  const onClose = () => setOpen(undefined);
  const canInvoice = dueCents <= 0 && status !== 'cancelled';
  return (
    <div
      role="group"
      aria-label={text.papers}
      className={classes(styles['keys'], isCompact && styles['compact'])}
    >
      <ReceiptKey client={client} orderId={orderId} state={receipt} />
      <Key
        label={text.qr}
        icon={<IconQrcode size="1.5rem" stroke={1.75} aria-hidden />}
        tone="paper"
        onPress={() => setOpen('qr')}
      />
      <Key
        label={text.email}
        icon={<IconMail size="1.5rem" stroke={1.75} aria-hidden />}
        tone="paper"
        onPress={() => setOpen('email')}
      />
      {canInvoice && (
        <Key
          label={text.invoice}
          {...(invoiceNumber === undefined ? {} : { hint: invoiceNumber })}
          icon={<IconFileInvoice size="1.5rem" stroke={1.75} aria-hidden />}
          tone="paper"
          onPress={() => setOpen('invoice')}
        />
      )}
      {open === 'qr' && <QrSheet client={client} orderId={orderId} onClose={onClose} />}
      {open === 'email' && <EmailSheet client={client} orderId={orderId} onClose={onClose} />}
      {open === 'invoice' && (
        <InvoiceSheet
          client={client}
          orderId={orderId}
          invoiceNumber={invoiceNumber}
          onClose={onClose}
        />
      )}
    </div>
  );
}
