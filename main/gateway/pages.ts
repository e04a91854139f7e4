import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';

/** The pages of the screens, for a browser on the shop's network. Nothing secret is in them. */
export async function servePages({
  screens,
  health,
}: {
  /** The folder of the built screens. */
  screens: string;
  health: () => object;
}): Promise<FastifyInstance> {
  const server = Fastify({ logger: false, forceCloseConnections: true });
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The UI kit sets styles at run time; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  server.get('/health', () => health());
  server.get('/', (_request, reply) => reply.redirect('/counter/'));
  if (existsSync(screens))
    await server.register(fastifyStatic, {
      root: resolve(screens),
      index: 'index.html',
      redirect: true,
    });
  return server;
}
