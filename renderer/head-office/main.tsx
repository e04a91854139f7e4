import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Screen } from '../ui/screen.tsx';
import { HeadOfficeScreen } from './head-office-screen.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element #root');
createRoot(root).render(
  <StrictMode>
    <Screen surface="head-office">
      <HeadOfficeScreen />
    </Screen>
  </StrictMode>,
);
