import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode, useEffect, useState } from 'react';

import { Key } from '../keys/key.tsx';
import { NoticePage } from '../notice-page/notice-page.tsx';
import { useText } from '../settings/settings.tsx';
import { mayReload } from './reloads.ts';
import { faultText } from './text.ts';

/** Long enough to be read. */
const RELOAD_AFTER_MS = 3_000;

/**
 * The last resort: a fault of ours on a screen must not leave it white in the middle of a service. It
 * says so and loads itself again; what was being sold is kept on the device.
 */
export class FaultBoundary extends Component<
  { readonly children: ReactNode },
  { readonly isBroken: boolean }
> {
  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override readonly state = { isBroken: false };

  override render(): ReactNode {
    return this.state.isBroken ? <FaultScreen /> : this.props.children;
  }
}

function FaultScreen() {
  const text = useText(faultText);
  const [isAgain] = useState(() => mayReload(window.sessionStorage, Date.now()));
  useEffect(() => {
    if (!isAgain) return undefined;
    const timer = window.setTimeout(() => window.location.reload(), RELOAD_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [isAgain]);
  return (
    <NoticePage
      icon={<IconAlertTriangle size="4rem" stroke={1.5} aria-hidden />}
      title={text.title}
      isAlert
    >
      <p>{text.calm}</p>
      <p>{isAgain ? text.again : text.stuck}</p>
      <Key
        label={text.reload}
        tone="action"
        size="l"
        autoFocus
        onPress={() => window.location.reload()}
      />
    </NoticePage>
  );
}
