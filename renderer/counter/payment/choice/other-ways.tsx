import { Key } from '../../../ui/keys/key.tsx';
import { useText } from '../../../ui/settings/settings.tsx';
import { useStoreStatus } from '../../store-status.tsx';
import { paymentText } from '../text.ts';
import type { WaysProps } from './ways.tsx';
import styles from './ways.module.css';

/** What is rarer or asks for a proof; the one for a silent terminal stands out when it is. */
export function OtherWays({
  bill,
  titles,
  isPaperAccepted,
  onPanel,
  onNote,
}: Pick<WaysProps, 'bill' | 'titles' | 'isPaperAccepted' | 'onPanel' | 'onNote'>) {
  const text = useText(paymentText);
  const { status } = useStoreStatus();
  const isTerminalDown = status?.terminal.status === 'trouble';
  const canPaper = isPaperAccepted && (titles?.cents ?? 0) > 0;
  return (
    <div className={styles['others']}>
      <Key
        label={text.titlesPaper}
        {...(isPaperAccepted ? {} : { hint: text.titlesPaperOver })}
        disabled={!canPaper}
        onPress={() => onPanel('titles')}
      />
      <Key label={text.methods.cheque} onPress={() => onPanel('cheque')} />
      <Key label={text.methods['gift-voucher']} onPress={() => onPanel('gift-voucher')} />
      <Key
        label={text.manual}
        tone={isTerminalDown ? 'ink' : 'plain'}
        onPress={() => onPanel('card-manual')}
      />
      <Key label={text.tipKey} onPress={() => onPanel('tip')} />
      {bill.orderId !== undefined && <Key label={text.noteKey} tone="paper" onPress={onNote} />}
    </div>
  );
}
