import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatEuros } from '#app/lib/money.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { Money } from '../../../ui/money.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import type { Way } from '../checkout/use-checkout.ts';
import { Panel, PanelInput } from './panel.tsx';
import styles from './panel.module.css';
import { panelText } from './text.ts';

type Voucher = Output<StoreContract, 'voucher.find'>;

/** A code, what is left on it, and what of the bill it pays. */
export function GiftVoucherPanel({
  client,
  cents,
  onPay,
  onBack,
}: {
  readonly client: Client<StoreContract>;
  /** What is to be paid, in cents. */
  readonly cents: number;
  readonly onPay: (way: Way) => void;
  readonly onBack: () => void;
}) {
  const text = useText(panelText);
  const { code, type, voucher, refusal, isCode, find } = useTypedCode(client);
  const way = voucher && wayOf(voucher, cents);
  const payIfAny = () => {
    if (way !== undefined && way.amountCents > 0) onPay(way);
  };
  const enter = () => {
    if (voucher === undefined) void find();
    else payIfAny();
  };
  return (
    <Panel
      title={text.voucherTitle}
      keys={{ enter }}
      onBack={onBack}
      confirm={
        voucher === undefined || way === undefined ? (
          <Key
            label={text.voucherFind}
            tone="action"
            size="l"
            wide
            disabled={!isCode}
            onPress={() => void find()}
          />
        ) : (
          <PayKey voucher={voucher} paidCents={way.amountCents} onPay={payIfAny} />
        )
      }
    >
      <PanelInput
        label={text.voucherCode}
        value={code}
        maxLength={24}
        autoFocus
        onChange={type}
        onEnter={enter}
      />
      {refusal !== undefined && (
        <p className={styles['trouble']} role="alert">
          {refusal}
        </p>
      )}
      {voucher !== undefined && <Balance voucher={voucher} />}
    </Panel>
  );
}

/** The code being typed, and the voucher once the node has found it. */
function useTypedCode(client: Client<StoreContract>) {
  const refusalText = useRefusalText();
  const [code, setCode] = useState('');
  const [voucher, setVoucher] = useState<Voucher | undefined>(undefined);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const isCode = /^[0-9A-Z-]{3,24}$/.test(code);
  const type = (typed: string) => {
    setCode(typed.toUpperCase().replace(/[^0-9A-Z-]/g, ''));
    setVoucher(undefined);
    setRefusal(undefined);
  };
  const find = async () => {
    if (!isCode) return;
    const result = await client.request('voucher.find', { code });
    setVoucher(result.ok ? result.value : undefined);
    setRefusal(result.ok ? undefined : refusalText(result.refusal));
  };
  return { code, type, voucher, refusal, isCode, find };
}

/** All of the bill that the voucher can pay. */
function wayOf({ code, balanceCents }: Voucher, cents: number) {
  return { method: 'gift-voucher', code, amountCents: Math.min(balanceCents, cents) } as const;
}

function PayKey({
  voucher: { balanceCents },
  paidCents,
  onPay,
}: {
  readonly voucher: Voucher;
  readonly paidCents: number;
  readonly onPay: () => void;
}) {
  const text = useText(panelText);
  const language = useLanguage();
  return (
    <Key
      label={text.voucherConfirm(formatEuros(paidCents, language))}
      hint={text.voucherLeft(formatEuros(balanceCents - paidCents, language))}
      tone="pay"
      size="l"
      wide
      disabled={paidCents === 0}
      onPress={onPay}
    />
  );
}

function Balance({ voucher: { soldCents, balanceCents } }: { readonly voucher: Voucher }) {
  const text = useText(panelText);
  const language = useLanguage();
  return (
    <p className={styles['value']} role="status">
      <span>
        {text.voucherBalance} · {text.voucherSold(formatEuros(soldCents, language))}
      </span>
      <Money cents={balanceCents} />
    </p>
  );
}
