import type { FastifyInstance } from 'fastify';

import { EnrolRequest } from '#app/contract/store-link.ts';

import type { CentreContext } from '../context.ts';
import { sayNo } from '../http/answers.ts';
import { mayTry } from '../http/attempts.ts';
import { enrol } from './codes.ts';

/** 60 bits against ten tries a minute: guessing is hopeless, a slip of the finger is not punished. */
const LIMIT = { tries: 10, windowMs: 60_000 };

/** `POST /enrol`: a till becomes a store. */
export function serveEnrolment(
  server: FastifyInstance,
  { database, log, now }: CentreContext,
): void {
  server.post('/enrol', async (request, reply) => {
    if (!(await mayTry(database.db, `enrol ${request.ip}`, LIMIT, now))) {
      log.warn({}, 'too many enrolment tries');
      return sayNo(reply, 'enrol.too-many');
    }
    const asked = EnrolRequest.safeParse(request.body);
    if (!asked.success) return sayNo(reply, 'request.malformed');
    const outcome = await enrol(database.db, asked.data, now);
    if (!outcome.ok) {
      log.warn({ code: outcome.refusal.code }, 'enrolment refused');
      return sayNo(reply, outcome.refusal.code);
    }
    log.info({ storeId: outcome.value.storeId }, 'store enrolled');
    return outcome.value;
  });
}
