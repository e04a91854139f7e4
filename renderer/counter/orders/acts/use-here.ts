import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../../client/use-view.ts';
import { useDeviceWords } from '../../../ui/session/device-words.ts';
import { useText } from '../../../ui/settings/settings.tsx';
import { actsText } from './text.ts';

/** How a till is called to somebody who stands at one: `cette caisse`, or its name. */
export function useHere(client: Client<StoreContract>): (device: string) => string {
  const text = useText(actsText);
  const words = useDeviceWords();
  const view = useView(client, 'session.current', {});
  const here = view.status === 'ready' ? view.value.device : undefined;
  return (device) => (device === here ? text.thisTill : words(device));
}
