import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';

import type { CentreContext } from '../context.ts';
import { REFUSALS, sayNo } from './answers.ts';

/** Nothing that is posted here is longer than a key. */
const BODY_MAX_BYTES = 16_384;
const REQUEST_TIMEOUT_MS = 15_000;

export type HttpOptions = {
  /** Folder of the built screens, with `head-office/` and `assets/` in it. */
  readonly screens: string;
  readonly version: string;
  /** Whose `X-Forwarded-For` is believed; nobody's when absent. */
  readonly trustedProxy?: string | undefined;
};

/** The HTTP side: screens of head office, health, and what `routes` add. */
export async function buildServer(
  centre: CentreContext,
  { screens, version, trustedProxy }: HttpOptions,
): Promise<FastifyInstance> {
  const server = fastify({
    trustProxy: trustedProxy ?? false,
    bodyLimit: BODY_MAX_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: false },
  });
  // JSON only: a form of another site cannot send it without asking first.
  server.removeContentTypeParser('text/plain');
  await server.register(fastifyHelmet, helmetOptions());
  await server.register(fastifyCookie);
  server.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error);
    if (status < 500) return sayNo(reply, 'request.malformed');
    const id = randomBytes(4).toString('hex');
    centre.log.error({ err: error, id }, 'request failed');
    return sayNo(reply, 'request.failed', id);
  });
  server.setNotFoundHandler((_request, reply) => sayNo(reply, 'request.not-found'));
  server.get('/', (_request, reply) => reply.redirect('/head-office/'));
  serveHealth(server, centre, version);
  await serveFiles(server, screens);
  return server;
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}

function helmetOptions() {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        // The design system sets styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
      },
    },
    // Kept off plain HTTP by browsers, and set by the proxy that speaks HTTPS.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' as const },
  };
}

/** For the supervisor and the load balancer: 200 when the database answers. */
function serveHealth(
  server: FastifyInstance,
  { database, log }: CentreContext,
  version: string,
): void {
  server.get('/health', async (_request, reply) => {
    try {
      await database.pool.query('select 1');
      return reply
        .header('cache-control', 'no-store')
        .send({ status: 'ok', database: 'up', version });
    } catch (error) {
      log.error({ err: error }, 'database does not answer');
      const body = { status: 'failing', database: 'down', version };
      return reply.status(503).header('cache-control', 'no-store').send(body);
    }
  });
}

async function serveFiles(server: FastifyInstance, screens: string): Promise<void> {
  const surface = path.resolve(screens, 'head-office');
  const assets = path.resolve(screens, 'assets');
  server.get('/head-office', (_request, reply) => reply.redirect('/head-office/'));
  if (!fs.existsSync(path.join(surface, 'index.html'))) {
    server.get('/head-office/*', (_request, reply) => {
      const { status, sentence, english } = REFUSALS['screens.not-built'];
      return reply
        .status(status)
        .type('text/plain; charset=utf-8')
        .send(`${sentence}\n${english}\n`);
    });
    return;
  }
  await server.register(fastifyStatic, { root: surface, prefix: '/head-office/', etag: true });
  if (!fs.existsSync(assets)) return;
  await server.register(fastifyStatic, {
    root: assets,
    prefix: '/assets/',
    decorateReply: false,
    // The name of each file holds a digest of what is in it.
    immutable: true,
    maxAge: '365d',
  });
}
