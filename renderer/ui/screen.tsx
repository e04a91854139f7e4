import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import './tokens.css';
import './base.css';

import { SettingsProvider, useSettings } from './settings/settings.tsx';
import { NowProvider } from './time/now.tsx';

export type Surface = 'counter' | 'kitchen' | 'rider' | 'manager' | 'shop' | 'head-office';

const theme = createTheme({ fontFamily: 'var(--font)', cursorType: 'pointer' });

/** What stands around every surface: language, theme, time and Mantine. `<html data-surface>` follows. */
export function Screen({
  surface,
  children,
}: {
  readonly surface: Surface;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.documentElement.dataset['surface'] = surface;
  }, [surface]);
  return (
    <SettingsProvider>
      <NowProvider>
        <StandardControls>{children}</StandardControls>
      </NowProvider>
    </SettingsProvider>
  );
}

/** Mantine writes no `<style>` of its own, so that a page can refuse inline styles. */
function StandardControls({ children }: { readonly children: ReactNode }) {
  const settings = useSettings();
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={settings.theme === 'night' ? 'dark' : 'light'}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
