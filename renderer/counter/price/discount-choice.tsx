import { Chip } from '../../ui/keys/chip.tsx';
import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { Kind } from './discount.ts';
import styles from './price.module.css';
import { priceText } from './text.ts';

const KINDS: readonly Kind[] = ['rate', 'amount', 'price', 'free'];

/** On what, what, and why. */
export function DiscountChoice({
  lineTitle,
  scope,
  kind,
  reason,
  onScope,
  onKind,
  onReason,
}: {
  /** Of the selected line, when there is one. */
  readonly lineTitle: string | undefined;
  readonly scope: 'line' | 'order';
  readonly kind: Kind;
  readonly reason: string;
  readonly onScope: (scope: 'line' | 'order') => void;
  readonly onKind: (kind: Kind) => void;
  readonly onReason: (reason: string) => void;
}) {
  const text = useText(priceText);
  return (
    <>
      <SegmentedKeys
        label={text.scopes}
        look="outlined"
        options={[
          ...(lineTitle === undefined ? [] : [{ value: 'line' as const, label: lineTitle }]),
          { value: 'order' as const, label: text.onOrder },
        ]}
        value={scope}
        onChange={onScope}
      />
      <SegmentedKeys
        label={text.kinds}
        options={KINDS.filter((one) => scope === 'line' || one === 'rate' || one === 'amount').map(
          (one) => ({ value: one, label: text.kind[one] }),
        )}
        value={kind}
        onChange={onKind}
      />
      <div role="group" aria-label={text.reasons} className={styles['reasons']}>
        {text.reasonQuick.map((sentence) => (
          <Chip
            key={sentence}
            label={sentence}
            pressed={reason === sentence}
            onPress={() => onReason(sentence)}
          />
        ))}
      </div>
      <input
        className={styles['input']}
        aria-label={text.otherReason}
        placeholder={text.otherReason}
        maxLength={200}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    </>
  );
}
