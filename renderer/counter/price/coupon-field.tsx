import { type Dispatch, useState } from 'react';

import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { DraftAction } from '../draft/draft.ts';
import styles from './price.module.css';
import { priceText } from './text.ts';

/** As the contract has it. */
const CODE = /^[0-9A-Z-]{3,24}$/;

/** A code as it is written on the paper, and the points of the customer. */
export function CouponField({
  codes,
  points,
  spent,
  dispatch,
}: {
  readonly codes: readonly string[];
  readonly points: number;
  readonly spent: number | undefined;
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const text = useText(priceText);
  const [typed, setTyped] = useState('');
  const code = typed.trim().toUpperCase();
  const canUse = CODE.test(code) && !codes.includes(code);
  return (
    <form
      className={styles['coupon']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!canUse) return;
        dispatch({ type: 'add-coupon', code });
        setTyped('');
      }}
    >
      <input
        className={styles['input']}
        aria-label={text.code}
        placeholder={text.code}
        autoCapitalize="characters"
        autoComplete="off"
        maxLength={24}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" className={styles['use']} disabled={!canUse}>
        {text.useCode}
      </button>
      {points > 0 && (
        <Key
          label={spent === undefined ? text.points(points) : text.pointsUsed(spent)}
          tone={spent === undefined ? 'plain' : 'ink'}
          pressed={spent !== undefined}
          onPress={() =>
            dispatch({ type: 'spend-points', points: spent === undefined ? points : undefined })
          }
        />
      )}
    </form>
  );
}
