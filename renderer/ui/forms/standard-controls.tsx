import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';

import { useSettings } from '../settings/settings.tsx';

const theme = createTheme({ fontFamily: 'var(--font)', cursorType: 'pointer' });

/**
 * Mantine behind the standard controls of `ui/`, on our tokens; each of them stands in one, so that a
 * page without any loads none of it. It writes no `<style>`, so that a page can refuse inline styles.
 */
export function StandardControls({ children }: { readonly children: ReactNode }) {
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
