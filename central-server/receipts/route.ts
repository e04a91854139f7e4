import type { FastifyInstance } from 'fastify';

import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { toSvg } from '#app/receipt/svg.ts';

import type { CentreContext } from '../context.ts';
import { mayTry } from '../http/attempts.ts';
import { receiptOf } from './receipt-of.ts';

/** Characters of a receipt of 80 mm, which a telephone shows at its full width. */
const COLUMNS = 42;
/** Ids cannot be guessed; the guests of a shop share one address, and a page that waits asks again. */
const LIMIT = { tries: 600, windowMs: 60_000 };
/** As made by the tills: ids that nobody guesses. */
const STORE = /^[a-z0-9-]{2,40}$/;
const ORDER = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Path = { Params: { storeId: string; orderId: string } };

/**
 * `GET /r/<store>/<order>`: the receipt that a customer scanned at the till (R-TICK-04). Who has the
 * address has the receipt; it holds nothing about the customer. While the store has not sent the
 * order yet, the page says so and asks again by itself.
 */
export function serveReceipts(
  server: FastifyInstance,
  { database, log, now }: CentreContext,
  version: string,
): void {
  server.get<Path>('/r/:storeId/:orderId', async (request, reply) => {
    const { storeId, orderId } = request.params;
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    if (!STORE.test(storeId) || !ORDER.test(orderId)) return reply.status(404).send(page(UNKNOWN));
    if (!(await mayTry(database.db, `receipt ${request.ip}`, LIMIT, now))) {
      log.warn({}, 'too many receipts asked for');
      return reply.status(429).send(page(LATER));
    }
    const facts = await receiptOf(database.db, { storeId, orderId, version });
    if (facts === undefined) return reply.status(404).send(page(NOT_YET, REFRESH));
    return reply.send(
      page(`<main class="paper">${toSvg(customerReceipt(facts), COLUMNS)}</main>`, ''),
    );
  });
}

const UNKNOWN =
  '<main class="word"><h1>Ticket introuvable</h1><p>Cette adresse ne correspond à aucun ticket.</p></main>';
const NOT_YET =
  '<main class="word"><h1>Votre ticket arrive</h1><p>Le magasin ne l’a pas encore transmis. Cette page se met à jour d’elle-même.</p></main>';
const LATER =
  '<main class="word"><h1>Un instant</h1><p>Trop de demandes à la fois. Réessayez dans une minute.</p></main>';
const REFRESH = '<meta http-equiv="refresh" content="10">';

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">${head}<title>Votre ticket · OC Pizza</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

const STYLE = `
body{margin:0;background:#faf7f2;color:#17181c;font:18px/1.45 system-ui,sans-serif}
.paper{max-width:28rem;margin:0 auto;padding:1rem}
.paper svg{display:block;width:100%;height:auto;background:#fff;border-radius:12px;box-shadow:0 1px 3px #17181c22}
.word{max-width:28rem;margin:20vh auto 0;padding:1.5rem}
.word h1{font-size:1.75rem;letter-spacing:-.02em;margin:0 0 .5rem}
.word p{margin:0;color:#494c57}`;
