import type { Logger } from 'pino';
import { z } from 'zod';

import type { Centre } from './start.ts';

/** A close that takes longer is given up: what was answered is on the disk anyway. */
const CLOSE_TIMEOUT_MS = 7_000;

/** Asked by a parent over the channel: a code with which a store enrols. */
const Question = z.strictObject({ issueCode: z.string().max(64) });

/**
 * Serves whoever started this process: tells that it is ready, issues codes, and ends in order on
 * a signal, on `stop`, when the parent is gone, or when the database is lost.
 */
export function speakWithParent(centre: Centre, log: Logger): void {
  let isEnding = false;
  const end = (why: string, exitCode = 0) => {
    if (isEnding) return;
    isEnding = true;
    log.info({ why }, 'central server stops');
    setTimeout(() => process.exit(1), CLOSE_TIMEOUT_MS).unref();
    centre.close().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.error({ err: error }, 'central server did not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => end('SIGINT'));
  process.on('SIGTERM', () => end('SIGTERM'));
  void centre.lost.then((error) => {
    log.fatal({ err: error }, 'the database is lost');
    end('database lost', 1);
  });

  const { url, port, account } = centre;
  if (process.send === undefined) {
    const password = account?.generatedPassword;
    process.stdout.write(`${url}/head-office/\n`);
    if (password !== undefined) process.stdout.write(`${account?.email}  ${password}\n`);
    return;
  }
  process.on('disconnect', () => end('disconnect'));
  process.on('message', (message) => {
    if (message === 'stop') end('stop');
    const asked = Question.safeParse(message);
    if (asked.success) void answerCode(centre, asked.data.issueCode, log);
  });
  process.send({
    ready: true,
    url,
    port,
    headOfficeEmail: account?.email,
    headOfficePassword: account?.generatedPassword,
  });
}

async function answerCode(centre: Centre, storeId: string, log: Logger): Promise<void> {
  try {
    process.send?.({ code: await centre.issueCode(storeId) });
  } catch (error) {
    log.error({ err: error }, 'no code issued');
    process.send?.({ code: null, error: `store ${storeId}` });
  }
}
