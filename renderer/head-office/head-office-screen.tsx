import { useCallback, useEffect, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import { type HeadOfficeContract, headOfficeContract } from '#app/contract/head-office.ts';

import { connectSurface } from '../client/connect.ts';
import { useLink } from '../client/use-view.ts';
import { LivePage } from './live/live-page.tsx';
import { withPulse } from './pulse.ts';
import { readSession, type Session } from './session.ts';
import { SignInPage } from './sign-in-page.tsx';
import './head-office.css';

type Who =
  | { readonly status: 'asking' }
  | { readonly status: 'nobody' }
  | { readonly status: 'signed-in'; readonly session: Session };

/** How old the figures of a quiet store may look before the screen asks again. */
const PULSE_MS = 10_000;

/** Sign-in, then the live figures. The socket is opened only for a person who is signed in. */
export function HeadOfficeScreen() {
  const [who, setWho] = useState<Who>({ status: 'asking' });
  const ask = useCallback(async () => {
    try {
      const session = await readSession();
      setWho(session === undefined ? { status: 'nobody' } : { status: 'signed-in', session });
    } catch {
      // The centre is away: who was signed in still is, and a page that just opened asks to sign in,
      // where the person is told.
      setWho((before) => (before.status === 'asking' ? { status: 'nobody' } : before));
    }
  }, []);
  useEffect(() => void ask(), [ask]);

  switch (who.status) {
    case 'asking':
      return null;
    case 'nobody':
      return <SignInPage onSignedIn={() => void ask()} />;
    case 'signed-in':
      return <Connected session={who.session} onCut={() => void ask()} />;
    default:
      return who satisfies never;
  }
}

function Connected(props: { readonly session: Session; readonly onCut: () => void }) {
  const [client] = useState(() =>
    withPulse(connectSurface(headOfficeContract, 'head-office'), {
      topics: ['stores'],
      everyMs: PULSE_MS,
    }),
  );
  useSessionCheck(client, props.onCut);
  return <LivePage client={client} name={props.session.name} />;
}

/** When the link is cut, the session may have ended elsewhere: the centre is asked who we are. */
function useSessionCheck(client: Client<HeadOfficeContract>, onCut: () => void): void {
  const link = useLink(client);
  useEffect(() => {
    if (link.status === 'down') onCut();
  }, [link.status, onCut]);
}
