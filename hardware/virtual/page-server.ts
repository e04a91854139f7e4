import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { closeServer, listen, portOf } from './listen.ts';

/** The page of a virtual device: static files, its state live by server-sent events. */

export type PageQuestion = {
  readonly method: string;
  readonly path: string;
  /** Parsed JSON of a POST; undefined otherwise. */
  readonly body: unknown;
};

export type PageAnswer =
  | { readonly type: 'json'; readonly value: unknown }
  | { readonly type: 'svg'; readonly value: string }
  | { readonly type: 'refused'; readonly sentence: string };

export type PageServer = {
  readonly port: number;
  /** Tells every open page the state of now. */
  readonly changed: () => void;
  readonly close: () => Promise<void>;
};

type Context = {
  readonly host: string;
  readonly port: number;
  /** Holds `index.html`, `page.css`, `page.js` and `icon.svg`; `base.css` is common to all devices. */
  readonly folder: URL;
  readonly state: () => object;
  readonly answer: (question: PageQuestion) => Promise<PageAnswer | undefined>;
};

const BODY_MAX = 10_000;
const FILES: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '/': { name: 'index.html', type: 'text/html; charset=utf-8' },
  '/base.css': { name: '../../../virtual/base.css', type: 'text/css; charset=utf-8' },
  '/page.css': { name: 'page.css', type: 'text/css; charset=utf-8' },
  '/icon.svg': { name: 'icon.svg', type: 'image/svg+xml' },
  '/page.js': { name: 'page.js', type: 'text/javascript; charset=utf-8' },
};
const HEADERS = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

export async function startPageServer(context: Context): Promise<PageServer> {
  const followers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url === '/events') follow(response, context, followers);
    else void respond(request, response, context);
  });
  await listen(server, context);
  return {
    port: portOf(server),
    changed() {
      const message = eventOf(context.state());
      for (const follower of followers) follower.write(message);
    },
    async close() {
      server.closeAllConnections();
      await closeServer(server);
    },
  };
}

function follow(response: ServerResponse, context: Context, followers: Set<ServerResponse>): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  response.write(eventOf(context.state()));
  followers.add(response);
  response.on('close', () => followers.delete(response));
}

function eventOf(state: object): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const send = (status: number, type: string, text: string | Uint8Array): void => {
    response.writeHead(status, { ...HEADERS, 'content-type': type });
    response.end(text);
  };
  const sendJson = (status: number, value: unknown): void =>
    send(status, 'application/json', JSON.stringify(value));
  try {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = request.method === 'GET' ? FILES[path] : undefined;
    if (file !== undefined) {
      send(200, file.type, await readFile(new URL(file.name, context.folder)));
      return;
    }
    if (path === '/state') {
      sendJson(200, context.state());
      return;
    }
    const body = request.method === 'POST' ? await bodyOf(request) : undefined;
    const answer = await context.answer({ method: request.method ?? 'GET', path, body });
    if (answer === undefined) sendJson(404, { sentence: 'Cette page n’existe pas.' });
    else if (answer.type === 'refused') sendJson(400, { sentence: answer.sentence });
    else if (answer.type === 'svg') send(200, 'image/svg+xml', answer.value);
    else sendJson(200, answer.value);
  } catch (fault) {
    // The asker learns of it; a page never takes its device down.
    sendJson(400, { sentence: fault instanceof Error ? fault.message : 'Demande illisible.' });
  }
}

/** Only JSON is read: a form of another site cannot send it without asking first. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type'] !== 'application/json') {
    throw new Error('Le corps doit être en JSON.');
  }
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > BODY_MAX) throw new Error('Le corps est trop long.');
  }
  return JSON.parse(text);
}
