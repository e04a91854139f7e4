import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { Server } from 'socket.io';
import type { io as connect } from 'socket.io-client';

import type { KitchenTicket } from '#app/contract/store.ts';

/** What the bundle below puts into the page. */
type SocketWindow = { readonly benchSocket: { readonly io: typeof connect } };

export type BarePush = {
  readonly push: (ticket: KitchenTicket) => void;
  /** Takes the ticket from the board again. */
  readonly remove: (orderId: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * The floor of the kitchen: a bare Socket.IO server that pushes a ticket, and a handler in the page
 * that copies a ticket of the board with plain DOM calls and fills it in.
 */
export async function barePush(page: Page): Promise<BarePush> {
  const http = createServer();
  const server = new Server(http, { serveClient: false });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const connected = new Promise<void>((resolve) => server.once('connection', () => resolve()));
  await page.evaluate(await socketClientScript());
  await page.evaluate(showPushedTickets, `http://127.0.0.1:${port}`);
  await connected;
  return {
    push: (ticket) => void server.emit('ticket', ticket),
    remove: (orderId) =>
      page.locator(`[data-order-id="${orderId}"]`).evaluate((ticket) => ticket.remove()),
    close: () => server.close(),
  };
}

async function socketClientScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "export { io } from 'socket.io-client';", resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    globalName: 'benchSocket',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('the Socket.IO client was not bundled');
  return `${file.text};window.benchSocket = benchSocket;`;
}

/** Runs in the page, so it can use nothing of this module. */
function showPushedTickets(url: string): void {
  const board = document.querySelector('[data-order-id]')?.parentElement;
  if (board === null || board === undefined) throw new Error('the board shows no ticket to copy');
  const fill = (root: Element, selector: string, words: string) => {
    const place = root.querySelector(selector);
    if (place === null) throw new Error(`the ticket has no ${selector}`);
    place.textContent = words;
  };
  const { benchSocket } = window as unknown as SocketWindow;
  const socket = benchSocket.io(url, { transports: ['websocket'] });
  socket.on('ticket', (ticket: KitchenTicket) => {
    const model = board.querySelector('[data-order-id]');
    const line = model?.querySelector('.ticket-line');
    if (!(model instanceof HTMLElement) || line === null || line === undefined) return;
    const copy = model.cloneNode(true) as HTMLElement;
    copy.dataset['orderId'] = ticket.orderId;
    fill(copy, '.ticket-number', String(ticket.number));
    const lines = ticket.lines.map((content) => {
      const row = line.cloneNode(true) as HTMLElement;
      fill(row, 'span', String(content.quantity));
      fill(row, '.line-name', content.name);
      return row;
    });
    copy.querySelector('.ticket-lines')?.replaceChildren(...lines);
    board.append(copy);
  });
}
