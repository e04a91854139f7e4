import { afterEach, expect, test } from 'vitest';

import { type MemoryEnd, memoryTransport } from '#hardware/link/memory.ts';
import type { Transport } from '#hardware/link/transport.ts';
import type {
  CardTerminal,
  LateAnswer,
  TerminalOptions,
} from '#hardware/terminal/card-terminal.ts';
import { concertOver } from '#hardware/terminal/concert/device.ts';
import { frameOf } from '#hardware/terminal/concert/frame.ts';

import { ANSWER_9110, bytesOf, hexOf, REQUEST_9110 } from './vectors.ts';

const TIMES = { connectMs: 2_000, answerMs: 900, byteMs: 200, pauseMs: 20 };
const PAYMENT = { paymentId: 'one', amountCents: 9110 };

const open: CardTerminal[] = [];
afterEach(async () => {
  for (const terminal of open.splice(0)) await terminal.close();
});

function terminalOver(transport: Transport, changed: Partial<TerminalOptions> = {}): CardTerminal {
  const now = (): string => new Date().toISOString();
  const terminal = concertOver(transport, { tillNumber: '01', now, times: TIMES, ...changed });
  open.push(terminal);
  return terminal;
}

/** A terminal that a test speaks for, byte by byte. */
function spokenFor() {
  let heard: number[] = [];
  let check = (): void => undefined;
  let far: MemoryEnd | undefined;
  const transport = memoryTransport((end) => {
    far = end;
    end.listen({
      received(bytes) {
        heard.push(...bytes);
        check();
      },
      over: () => undefined,
    });
  });
  return {
    transport,
    say: (...bytes: readonly number[]): void => void far?.write(Uint8Array.from(bytes)),
    sayFrame: (data: string): void => void far?.write(frameOf(data)),
    /** So many bytes from the till, as hexadecimal; they are gone then. */
    async hears(count: number): Promise<string> {
      await new Promise<void>((resolve) => {
        check = () => (heard.length >= count ? resolve() : undefined);
        check();
      });
      const taken = hexOf(Uint8Array.from(heard.slice(0, count)));
      heard = heard.slice(count);
      return taken;
    },
  };
}

const [ENQ, ACK, NAK, EOT] = [5, 6, 21, 4] as const;

test('the dialogue of a payment is the known one, to the byte', async () => {
  const far = spokenFor();
  const paying = terminalOver(far.transport).pay(PAYMENT);
  expect(await far.hears(1)).toBe('05');
  far.say(ACK);
  expect(await far.hears(37)).toBe(REQUEST_9110);
  far.say(ACK);
  expect(await far.hears(1)).toBe('04');
  far.say(ENQ);
  expect(await far.hears(1)).toBe('06');
  far.say(...bytesOf(ANSWER_9110));
  expect(await far.hears(1)).toBe('06');
  far.say(EOT);
  expect((await paying).status).toBe('paid');
});

test('a request refused four times was not sent, and the line is given back', async () => {
  const far = spokenFor();
  const paying = terminalOver(far.transport).pay(PAYMENT);
  await far.hears(1);
  far.say(ACK);
  for (let copies = 0; copies < 4; copies += 1) {
    expect(await far.hears(37)).toBe(REQUEST_9110);
    far.say(NAK);
  }
  expect(await far.hears(1)).toBe('04');
  expect(await paying).toEqual({ status: 'not-sent', reason: 'request-refused' });
});

test('an answer wrong each time it is sent leaves the payment in doubt', async () => {
  const far = spokenFor();
  const paying = terminalOver(far.transport).pay(PAYMENT);
  await far.hears(1);
  far.say(ACK);
  await far.hears(37);
  far.say(ACK);
  await far.hears(1);
  for (let copies = 0; copies < 4; copies += 1) {
    far.say(...bytesOf(ANSWER_9110).slice(0, -1), 0x41);
    if (copies < 3) expect(await far.hears(1)).toBe('15');
  }
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'unreadable-answer' });
});

test('a terminal that calls at the same time is heard first, and its late answer is not ours', async () => {
  const far = spokenFor();
  const terminal = terminalOver(far.transport, { times: { ...TIMES, answerMs: 60 } });
  const late: LateAnswer[] = [];
  terminal.onLate((answer) => late.push(answer));
  const first = terminal.pay({ paymentId: 'old', amountCents: 1250 });
  await far.hears(1);
  far.say(ACK);
  await far.hears(37);
  far.say(ACK);
  await far.hears(1);
  expect(await first).toEqual({ status: 'in-doubt', reason: 'no-answer' });
  const second = terminal.pay(PAYMENT);
  expect(await far.hears(1)).toBe('05');
  far.say(ENQ);
  expect(await far.hears(1)).toBe('06');
  far.sayFrame(`010000012501978${' '.repeat(10)}`);
  expect(await far.hears(1)).toBe('06');
  far.say(EOT);
  expect(await far.hears(1)).toBe('05');
  expect(late).toMatchObject([{ paymentId: 'old', outcome: { status: 'paid' } }]);
  far.say(ACK);
  expect(await far.hears(37)).toBe(REQUEST_9110);
  far.say(ACK, ENQ);
  expect(await far.hears(2)).toBe('0406');
  far.say(...bytesOf(ANSWER_9110));
  expect((await second).status).toBe('paid');
});

/** Takes the request of a payment: call, frame and EOT. */
async function takeRequest(far: ReturnType<typeof spokenFor>): Promise<void> {
  await far.hears(1);
  far.say(ACK);
  await far.hears(37);
  far.say(ACK);
  await far.hears(1);
}

function answerData(amountCents: number): string {
  return `010${String(amountCents).padStart(8, '0')}1978${' '.repeat(10)}`;
}

test('a late answer in the middle of another payment settles its own doubt only', async () => {
  const far = spokenFor();
  const terminal = terminalOver(far.transport, { times: { ...TIMES, answerMs: 400 } });
  const late: LateAnswer[] = [];
  terminal.onLate((answer) => late.push(answer));
  const first = terminal.pay({ paymentId: 'old', amountCents: 1250 });
  await takeRequest(far);
  expect((await first).status).toBe('in-doubt');
  const second = terminal.pay(PAYMENT);
  await takeRequest(far);
  far.say(ENQ);
  far.sayFrame(answerData(1250));
  expect(await far.hears(2)).toBe('0606');
  far.say(EOT, ENQ);
  far.sayFrame(answerData(9110));
  expect((await second).status).toBe('paid');
  expect(late.map(({ paymentId }) => paymentId)).toEqual(['old']);
});

test('an answer that fits two payments of one amount is taken for neither', async () => {
  const far = spokenFor();
  const terminal = terminalOver(far.transport, { times: { ...TIMES, answerMs: 400 } });
  const first = terminal.pay({ paymentId: 'old', amountCents: 9110 });
  await takeRequest(far);
  expect((await first).status).toBe('in-doubt');
  const second = terminal.pay(PAYMENT);
  await takeRequest(far);
  far.say(ENQ);
  far.sayFrame(answerData(9110));
  expect(await second).toEqual({ status: 'in-doubt', reason: 'mismatch' });
});

test('once a person settled the doubt, the same amount can be paid again', async () => {
  const far = spokenFor();
  const terminal = terminalOver(far.transport, { times: { ...TIMES, answerMs: 400 } });
  const first = terminal.pay({ paymentId: 'old', amountCents: 9110 });
  await takeRequest(far);
  expect((await first).status).toBe('in-doubt');
  terminal.settle('old');
  const second = terminal.pay(PAYMENT);
  await takeRequest(far);
  far.say(ENQ);
  far.sayFrame(answerData(9110));
  expect((await second).status).toBe('paid');
});

test('an answer that belongs to no payment is dropped and logged without its card', async () => {
  const far = spokenFor();
  const warned: string[] = [];
  const log = {
    info: () => undefined,
    warn: (fields: object, sentence: string) => warned.push(JSON.stringify(fields), sentence),
  };
  const terminal = terminalOver(far.transport, { log, times: { ...TIMES, byteMs: 60 } });
  const paying = terminal.pay(PAYMENT);
  await takeRequest(far);
  far.say(ENQ);
  far.sayFrame(answerData(9110));
  await paying;
  far.say(ENQ);
  far.sayFrame(`010000012501${'4970101122331234'.padEnd(55)}978${' '.repeat(10)}`);
  await expect.poll(() => warned.length).toBeGreaterThan(0);
  expect(warned.join(' ')).toContain('"amountCents":1250');
  expect(warned.join(' ')).not.toContain('49701');
});

test('a sign of life is a call and nothing more: no amount ever leaves with it', async () => {
  const far = spokenFor();
  const terminal = terminalOver(far.transport);
  const looking = terminal.probe();
  expect(await far.hears(1)).toBe('05');
  far.say(ACK);
  expect(await far.hears(1)).toBe('04');
  expect(await looking).toMatchObject({ status: 'ready', detail: 'Prêt' });
});

test('a line that died since the last payment is opened again, for nothing was sent on it', async () => {
  const ends: MemoryEnd[] = [];
  let isMorning = false;
  const transport = memoryTransport((end) => {
    ends.push(end);
    end.listen({
      received(bytes) {
        const [first] = bytes;
        // The line of the night before breaks on the first word of the morning.
        if (isMorning && end === ends[0]) {
          end.tear();
          return;
        }
        if (first === ENQ || first === 2) void end.write(Uint8Array.of(ACK));
        if (first === EOT) void end.write(Uint8Array.of(ENQ, ...bytesOf(ANSWER_9110), EOT));
      },
      over: () => undefined,
    });
  });
  const terminal = terminalOver(transport);
  expect((await terminal.pay({ ...PAYMENT, paymentId: 'evening' })).status).toBe('paid');
  isMorning = true;
  expect((await terminal.pay({ ...PAYMENT, paymentId: 'morning' })).status).toBe('paid');
  expect(ends).toHaveLength(2);
});
