import { useEffect, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { QrCode } from '../../../ui/qr-code.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useText } from '../../../ui/settings/settings.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import styles from './papers.module.css';
import { papersText } from './text.ts';

/** The digital receipt as a code for the customer's phone. */
export function QrSheet({
  client,
  orderId,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly orderId: string;
  readonly onClose: () => void;
}) {
  const text = useText(papersText);
  const refusalText = useRefusalText();
  const [url, setUrl] = useState<string | undefined>(undefined);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  useEffect(() => {
    const share = async () => {
      const result = await client.request('receipt.share', { orderId });
      if (result.ok) setUrl(result.value.url);
      else setRefusal(refusalText(result.refusal));
    };
    void share();
  }, [client, orderId, refusalText]);
  return (
    <Sheet title={text.qrTitle} side="centre" onClose={onClose}>
      <div className={styles['sheet']}>
        {refusal !== undefined && (
          <p className={styles['trouble']} role="alert">
            {refusal}
          </p>
        )}
        {url !== undefined && (
          <>
            <div className={styles['code']}>
              <QrCode data={url} label={text.qrTitle} />
            </div>
            <p className={styles['hint']}>{text.qrHint}</p>
          </>
        )}
      </div>
    </Sheet>
  );
}
