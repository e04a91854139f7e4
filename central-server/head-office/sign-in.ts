import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { CentreContext } from '../context.ts';
import { sayNo } from '../http/answers.ts';
import { mayTry } from '../http/attempts.ts';
import { isFromOurPages } from '../http/origin.ts';
import { plainEmail } from './accounts.ts';
import { isPassword } from './passwords.ts';
import { closeSession, findSession, openSession, SESSION_COOKIE, SESSION_MS } from './sessions.ts';

const SignIn = z.strictObject({
  email: z.string().min(3).max(200),
  password: z.string().min(1).max(200),
});

const WINDOW_MS = 60_000;
/** A person mistypes two or three times; a program asks thousands of times. */
const PER_ACCOUNT = { tries: 5, windowMs: WINDOW_MS };
/** Several people of one office share an address. */
const PER_ADDRESS = { tries: 20, windowMs: WINDOW_MS };

/** `POST /sign-in`, `GET /session`, `POST /sign-out`. */
export function serveSignIn(
  server: FastifyInstance,
  centre: CentreContext,
  onSignOut: (token: string) => void,
): void {
  server.post('/sign-in', (request, reply) => signIn(request, reply, centre));

  server.get('/session', async (request, reply) => {
    const { [SESSION_COOKIE]: token } = request.cookies;
    const session = await findSession(centre.database.db, token, centre.now);
    if (session === undefined) return sayNo(reply, 'sign-in.needed');
    return { email: session.email, name: session.name, role: session.role };
  });

  server.post('/sign-out', async (request, reply) => {
    if (!isFromOurPages(request.headers, false)) return sayNo(reply, 'request.wrong-origin');
    const { [SESSION_COOKIE]: token } = request.cookies;
    if (token !== undefined) {
      await closeSession(centre.database.db, token);
      onSignOut(token);
    }
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).send({});
  });
}

async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { database: { db }, log, now }: CentreContext,
): Promise<FastifyReply> {
  if (!isFromOurPages(request.headers, false)) return sayNo(reply, 'request.wrong-origin');
  if (!(await mayTry(db, `sign-in from ${request.ip}`, PER_ADDRESS, now))) {
    log.warn({ per: 'address' }, 'too many sign-in tries');
    return sayNo(reply, 'sign-in.too-many');
  }
  const asked = SignIn.safeParse(request.body);
  if (!asked.success) return sayNo(reply, 'request.malformed');
  const email = plainEmail(asked.data.email);
  if (!(await mayTry(db, `sign-in as ${email}`, PER_ACCOUNT, now))) {
    log.warn({ per: 'account' }, 'too many sign-in tries');
    return sayNo(reply, 'sign-in.too-many');
  }
  const account = await db
    .selectFrom('account')
    .select(['account_id', 'name', 'role', 'password'])
    .where('email', '=', email)
    .executeTakeFirst();
  // As slow for an address that nobody has: the answer tells nothing about which exist.
  if (!(await isPassword(asked.data.password, account?.password)) || account === undefined) {
    log.warn({}, 'sign-in refused');
    return sayNo(reply, 'sign-in.refused');
  }
  const token = await openSession(db, account.account_id, now);
  log.info({ accountId: account.account_id }, 'signed in');
  return reply
    .setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: request.protocol === 'https',
      maxAge: SESSION_MS / 1000,
    })
    .send({ email, name: account.name, role: account.role });
}
