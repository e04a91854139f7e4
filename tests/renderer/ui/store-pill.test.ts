import { describe, expect, test } from 'vitest';

import type { LinkState } from '#app/contract/contract.ts';
import type { StoreStatus } from '#app/contract/store.ts';
import { OFFLINE_ALERT_MS, pillTone } from '#renderer/ui/status/pill-state.ts';
import { storeFacts, storePill } from '#renderer/ui/status/store-pill.ts';
import { pillText } from '#renderer/ui/status/text.ts';

const text = pillText.fr;
const up: LinkState = { status: 'up' };
const since = '2026-11-22T18:00:00.000Z';
const sinceMs = Date.parse(since);

function aStatus(part: Partial<StoreStatus> = {}): StoreStatus {
  return {
    storeId: 'lyon-3',
    storeName: 'Lyon 3',
    territory: 'mainland',
    zone: 'Europe/Paris',
    isTraining: false,
    now: since,
    pizzasWaiting: 0,
    centre: { status: 'up', since, waiting: 0 },
    printer: { status: 'ready', since },
    terminal: { status: 'ready', since },
    ...part,
  };
}
const cut = aStatus({ centre: { status: 'down', since, waiting: 14 } });

describe('the status pill of a store', () => {
  test('everything there: up to date', () => {
    expect(storePill({ link: up, status: aStatus(), text })).toEqual({ status: 'up-to-date' });
  });

  test('entries on their way are counted without alarm', () => {
    const status = aStatus({ centre: { status: 'up', since, waiting: 3 } });
    expect(storePill({ link: up, status, text })).toEqual({ status: 'waiting', count: 3 });
  });

  test('without the centre: offline since when, and how much waits', () => {
    expect(storePill({ link: up, status: cut, text })).toEqual({
      status: 'offline',
      sinceMs,
      count: 14,
    });
  });

  test('a cut is calm for 40 seconds, then amber, never red', () => {
    const state = storePill({ link: up, status: cut, text });
    expect(pillTone(state, sinceMs + OFFLINE_ALERT_MS - 1)).toBe('calm');
    expect(pillTone(state, sinceMs + OFFLINE_ALERT_MS)).toBe('soon');
    expect(pillTone(state, sinceMs + 3_600_000)).toBe('soon');
  });

  test('a printer out of paper asks for a person, and says which device', () => {
    const status = aStatus({ printer: { status: 'trouble', since, detail: 'plus de papier' } });
    const state = storePill({ link: up, status, text });
    expect(state).toEqual({ status: 'action', sentence: 'Action requise · Imprimante' });
    expect(pillTone(state, sinceMs)).toBe('late');
  });

  test('a screen that lost its till says so before anything else', () => {
    const link: LinkState = { status: 'down', sinceMs };
    expect(storePill({ link, status: cut, text })).toEqual({
      status: 'offline',
      sinceMs,
      count: 0,
    });
    expect(storeFacts({ link, status: cut, text }).waits).toEqual([text.waitsNode]);
  });
});

describe('what works and what waits', () => {
  test('without the centre the shop goes on, and its entries wait', () => {
    const { works, waits } = storeFacts({ link: up, status: cut, text });
    expect(works).toContain(text.worksSelling);
    expect(works).toContain(text.worksCard);
    expect(waits).toEqual([text.waitsCentre(14)]);
  });

  test('a terminal in trouble waits, cash goes on', () => {
    const status = aStatus({ terminal: { status: 'trouble', since, detail: 'injoignable' } });
    const { works, waits } = storeFacts({ link: up, status, text });
    expect(works).not.toContain(text.worksCard);
    expect(waits).toEqual([text.waitsTerminal('injoignable')]);
  });
});
