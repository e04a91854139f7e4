import { useEffect, useRef } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useTyped } from '../client/use-typed.ts';
import { keypadKeyOf } from '../ui/keys/keypad-key.ts';
import type { Orders } from './board/use-orders.ts';
import type { Pages } from './board/use-pages.ts';
import type { FinishedTicket } from './board/use-board.ts';

type Reach = {
  readonly page: Pages;
  readonly orders: Orders;
  /** Newest first. */
  readonly recent: readonly FinishedTicket[];
};

/**
 * The bump bar: one that the node drives, a numeric USB keypad, or any keyboard. 1 to 9 for the tickets of the page in order,
 * Backspace for the last one finished, page keys for the pages. Silent while a sheet is open or a
 * key is held down.
 */
export function useKeys(client: Client<StoreContract>, reach: Reach): void {
  const current = useRef(reach);
  useTyped(client, 'input.bump-keys', (key) => {
    if (document.querySelector('dialog[open]') === null) act(key, current.current);
  });
  useEffect(() => {
    current.current = reach;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (act(keypadKeyOf(event), current.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Whether the key means something here. */
function act(key: string, { page, orders, recent }: Reach): boolean {
  if (/^[1-9]$/.test(key)) {
    const cell = Number(key) - 1;
    const ticket = page.shown[cell]?.ticket;
    if (ticket !== undefined) orders.bump(ticket, cell);
    return true;
  }
  switch (key) {
    case 'Backspace': {
      const last = recent[0];
      if (last !== undefined) orders.recall(last);
      return true;
    }
    case 'PageDown':
      page.state.go(page.state.page + 1);
      return true;
    case 'PageUp':
      page.state.go(page.state.page - 1);
      return true;
    default:
      return false;
  }
}
