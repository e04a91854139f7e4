import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { Client, Contract } from '#app/contract/contract.ts';

import { useLink } from '../../client/use-view.ts';
import { NoticePage } from '../notice-page/notice-page.tsx';
import { useText } from '../settings/settings.tsx';
import { pairingText } from './text.ts';

/** Tells a screen that the node turns away what to do about it, instead of waiting for ever. */
export function PairingGate<C extends Contract>({
  client,
  children,
}: {
  readonly client: Client<C>;
  readonly children: ReactNode;
}) {
  const text = useText(pairingText);
  const link = useLink(client);
  if (link.status !== 'not-paired') return children;
  return (
    <NoticePage
      icon={<IconPlugConnectedX size="4rem" stroke={1.5} aria-hidden />}
      title={text.title}
    >
      <p>{text.what}</p>
      <p>
        {text.how} <code>#key=…</code>
      </p>
      <p>{text.calm}</p>
    </NoticePage>
  );
}
