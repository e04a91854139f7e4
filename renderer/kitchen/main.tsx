import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { storeContract } from '#app/contract/store.ts';

import { connectSurface } from '../client/connect.ts';
import { PairingGate } from '../ui/pairing/pairing-gate.tsx';
import { Screen } from '../ui/screen.tsx';
import { KitchenScreen } from './kitchen-screen.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element #root');
const client = connectSurface(storeContract, 'kitchen');
createRoot(root).render(
  <StrictMode>
    <Screen surface="kitchen">
      <PairingGate client={client}>
        <KitchenScreen client={client} />
      </PairingGate>
    </Screen>
  </StrictMode>,
);
