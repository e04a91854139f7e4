import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { clientOver } from '#app/contract/contract.ts';
import { headOfficeContract } from '#app/contract/head-office.ts';
import { accept } from '#app/lib/result.ts';
import { withPulse } from '#renderer/head-office/pulse.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A wire whose node announces what the test says. */
function aClient() {
  const listeners = new Set<(topics: readonly string[]) => void>();
  const client = clientOver(headOfficeContract, {
    request: async () => accept({}),
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onLink: () => () => undefined,
  });
  return {
    client,
    announce: (topics: readonly string[]) => listeners.forEach((tell) => tell(topics)),
  };
}

test('a quiet chain is asked again every ten seconds, so that its figures do not look old', () => {
  const heard: (readonly string[])[] = [];
  const { client } = aClient();
  const pulsing = withPulse(client, { topics: ['stores'], everyMs: 10_000 });
  pulsing.onChanged((topics) => heard.push(topics));
  vi.advanceTimersByTime(30_000);
  expect(heard).toEqual([['stores'], ['stores'], ['stores']]);
});

test('what the centre announces is still heard at once', () => {
  const heard: (readonly string[])[] = [];
  const { client, announce } = aClient();
  withPulse(client, { topics: ['stores'], everyMs: 10_000 }).onChanged((topics) =>
    heard.push(topics),
  );
  announce(['figures']);
  expect(heard).toEqual([['figures']]);
});

test('a page that is left asks no more', () => {
  const heard: (readonly string[])[] = [];
  const { client, announce } = aClient();
  const leave = withPulse(client, { topics: ['stores'], everyMs: 10_000 }).onChanged((topics) =>
    heard.push(topics),
  );
  leave();
  vi.advanceTimersByTime(60_000);
  announce(['figures']);
  expect(heard).toEqual([]);
});
