import type { Client, Contract } from '#app/contract/contract.ts';

/**
 * The same client, which also hears `topics` change every `everyMs`. A store that is there but sells
 * nothing announces nothing, and its figures would look old: the pulse asks again.
 */
export function withPulse<C extends Contract>(
  client: Client<C>,
  { topics, everyMs }: { readonly topics: readonly string[]; readonly everyMs: number },
): Client<C> {
  return {
    ...client,
    onChanged(listener) {
      const offChanged = client.onChanged(listener);
      const timer = setInterval(() => listener(topics), everyMs);
      return () => {
        offChanged();
        clearInterval(timer);
      };
    },
  };
}
