import { IconChefHat, IconLock, IconPlugConnected } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { Refusal } from '#app/lib/result.ts';

import { useRefusalText } from '../ui/refusals/refusals.ts';
import type { KitchenText } from './text.ts';

type QuietProps = {
  readonly status: 'waiting' | 'ready' | 'refused';
  readonly refusal: Refusal | undefined;
  readonly text: KitchenText;
};

/** What stands in place of the tickets when there is none to show, and why. */
export function Quiet({ status, refusal, text }: QuietProps) {
  const sentence = useRefusalText();
  if (refusal !== undefined) {
    return (
      <Words icon={<IconLock aria-hidden="true" />} title={text.refusedTitle}>
        {sentence(refusal)}
      </Words>
    );
  }
  if (status === 'waiting') {
    return <Words icon={<IconPlugConnected aria-hidden="true" />} title={text.waiting} />;
  }
  return (
    <Words icon={<IconChefHat aria-hidden="true" />} title={text.empty}>
      {text.emptyHint}
    </Words>
  );
}

function Words(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <main className="quiet">
      {props.icon}
      <h2>{props.title}</h2>
      <p>{props.children}</p>
    </main>
  );
}
