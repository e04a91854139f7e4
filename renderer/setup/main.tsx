import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { storeContract } from '#app/contract/store.ts';
import { assert } from '#app/lib/assert.ts';

import { connectSurface } from '../client/connect.ts';
import { PairingGate } from '../ui/pairing/pairing-gate.tsx';
import { Screen } from '../ui/screen.tsx';
import { SetupPage } from './setup-page.tsx';

const root = document.getElementById('root');
assert(root !== null, 'the page has a root');
// The same till as its counter: one key, one name, one session.
const client = connectSurface(storeContract, 'counter');

createRoot(root).render(
  <StrictMode>
    <Screen surface="setup">
      <PairingGate client={client}>
        <SetupPage client={client} />
      </PairingGate>
    </Screen>
  </StrictMode>,
);
