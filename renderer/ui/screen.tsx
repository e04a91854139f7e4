import '@fontsource-variable/inter/index.css';
import { type ReactNode, useEffect } from 'react';
import './tokens.css';
import './base.css';

import { FaultBoundary } from './fault/fault-boundary.tsx';
import { applyZoom, savedZoom } from './screen-size/zoom.ts';
import { SettingsProvider } from './settings/settings.tsx';
import { NowProvider } from './time/now.tsx';

export type Surface =
  | 'counter'
  | 'kitchen'
  | 'rider'
  | 'manager'
  | 'shop'
  | 'head-office'
  | 'display'
  | 'setup';

/** What stands around every surface: language, theme and time. `<html data-surface>` follows. */
export function Screen({
  surface,
  children,
}: {
  readonly surface: Surface;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.documentElement.dataset['surface'] = surface;
    applyZoom(savedZoom());
  }, [surface]);
  return (
    <SettingsProvider>
      <FaultBoundary>
        <NowProvider>{children}</NowProvider>
      </FaultBoundary>
    </SettingsProvider>
  );
}
