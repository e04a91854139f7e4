import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { storeContract } from '#app/contract/store.ts';
import { assert } from '#app/lib/assert.ts';

import { connectSurface } from '../client/connect.ts';
import { PairingGate } from '../ui/pairing/pairing-gate.tsx';
import { Screen } from '../ui/screen.tsx';
import { CounterPage } from './counter-page.tsx';

const root = document.getElementById('root');
assert(root !== null, 'the page has a root');
const client = connectSurface(storeContract, 'counter');

createRoot(root).render(
  <StrictMode>
    <Screen surface="counter">
      <PairingGate client={client}>
        <CounterPage client={client} />
      </PairingGate>
    </Screen>
  </StrictMode>,
);
