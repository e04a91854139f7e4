import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { storeContract } from '#app/contract/store.ts';
import { assert } from '#app/lib/assert.ts';

import { connectSurface } from '../client/connect.ts';
import { PairingGate } from '../ui/pairing/pairing-gate.tsx';
import { Screen } from '../ui/screen.tsx';
import { DisplayScreen } from './display-screen.tsx';

const root = document.getElementById('root');
assert(root !== null, 'the page has a root');
const client = connectSurface(storeContract, 'display');
/** The till that it stands at: `/customer-display/?till=till-3f9c…`. Without one, the last that sold. */
const till = new URLSearchParams(window.location.search).get('till') ?? undefined;

createRoot(root).render(
  <StrictMode>
    <Screen surface="display">
      <PairingGate client={client}>
        <DisplayScreen client={client} till={till} />
      </PairingGate>
    </Screen>
  </StrictMode>,
);
