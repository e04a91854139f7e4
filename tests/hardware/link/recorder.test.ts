import { expect, test } from 'vitest';

import { hasCardNumber } from '#hardware/link/card-numbers.ts';
import { parseCapture } from '#hardware/link/capture.ts';
import { type MemoryEnd, memoryTransport } from '#hardware/link/memory.ts';
import { player, recorder } from '#hardware/link/recorder.ts';

import { bytes, heardOn, opened } from './heard.ts';

const PAN = '4970101122334455';

/** A line on which the device answers each question with the next of these pieces. */
async function recordedTalk(questions: readonly string[], answers: readonly string[][]) {
  let far: MemoryEnd | undefined;
  const lines: string[] = [];
  let time = 1_000;
  const transport = recorder(
    memoryTransport((end) => {
      far = end;
    }),
    (line) => lines.push(line),
    () => (time += 10),
  );
  const connection = await opened(transport);
  const heard = heardOn(connection);
  for (const [index, question] of questions.entries()) {
    await connection.write(bytes(question));
    for (const piece of answers[index] ?? []) await far?.write(bytes(piece));
  }
  far?.close();
  await heard.over();
  return { lines, heard };
}

function said(lines: readonly string[]): string {
  return parseCapture(lines.join('\n'))
    .map((line) => ('hex' in line ? Buffer.from(line.hex, 'hex').toString('latin1') : ''))
    .join('');
}

test('a talk is written down in order, with its times and how it ended', async () => {
  const { lines } = await recordedTalk(['ENQ', 'PAY1'], [['ACK'], ['WAIT', 'DONE']]);
  const capture = parseCapture(lines.join('\n'));
  expect(capture.map(({ dir }) => dir)).toEqual(['open', 'out', 'in', 'out', 'in', 'in', 'over']);
  expect(said(lines)).toBe('ENQACKPAY1WAITDONE');
  const times = capture.map(({ t }) => t);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});

test('a card number is never in a capture, in whatever pieces it came', async () => {
  for (let cut = 0; cut <= PAN.length; cut += 1) {
    const { lines, heard } = await recordedTalk(
      ['PAY'],
      [[`AA:${PAN.slice(0, cut)}`, `${PAN.slice(cut)} END`]],
    );
    expect(heard.text()).toContain(PAN);
    expect(hasCardNumber(said(lines))).toBe(false);
    expect(said(lines)).toBe('PAYAA:497010######4455 END');
  }
});

test('a card number is in no capture of an answer that comes digit by digit, however long', async () => {
  const filler = '1'.repeat(70);
  for (const before of ['', filler, filler.slice(0, 63), `${filler}X`]) {
    const { lines } = await recordedTalk(['PAY0045000'], [`${before}AA016${PAN}END`.split('')]);
    const text = said(lines.filter((line) => line.includes('"in"')));
    expect(text.length).toBe(`${before}AA016${PAN}END`.length);
    expect(text.endsWith('END')).toBe(true);
    expect(hasCardNumber(text)).toBe(false);
    // PCI DSS 3.4.1: the first six and the last four at most.
    expect(text).not.toContain(PAN.slice(0, 7));
    expect(text).not.toContain(PAN.slice(-5));
  }
});

test('a capture plays the device: the driver hears the same in the same pieces', async () => {
  const { lines } = await recordedTalk(['ENQ', 'PAY1'], [['ACK'], ['WAIT', 'DONE']]);
  const played = player(parseCapture(lines.join('\n')));
  const connection = await opened(played.transport);
  const heard = heardOn(connection);
  await connection.write(bytes('EN'));
  await connection.write(bytes('Q'));
  await heard.heard(3);
  await connection.write(bytes('PAY1'));
  expect(await heard.over()).toBe('ended');
  expect(heard.pieces()).toEqual(['ACK', 'WAIT', 'DONE']);
  expect(played.differences()).toEqual([]);
  expect(await played.transport.open(1)).toMatchObject({ status: 'failed' });
});

test('a driver that says something else than the capture is found out', async () => {
  const { lines } = await recordedTalk(['ENQ'], [['ACK']]);
  const played = player(parseCapture(lines.join('\n')));
  const connection = await opened(played.transport);
  await connection.write(bytes('ENT'));
  expect(await heardOn(connection).over()).toBe('broken');
  expect(played.differences()).toHaveLength(1);
});

test('played in its time, an answer comes when it came', async () => {
  const { lines } = await recordedTalk(['ENQ'], [['ACK']]);
  const due: { delayMs: number; run: () => void }[] = [];
  const timers = {
    after(delayMs: number, run: () => void) {
      due.push({ delayMs, run });
      return () => undefined;
    },
  };
  const connection = await opened(player(parseCapture(lines.join('\n')), { timers }).transport);
  const heard = heardOn(connection);
  await connection.write(bytes('ENQ'));
  expect(due.map(({ delayMs }) => delayMs)).toEqual([10]);
  due[0]?.run();
  await heard.heard(3);
  expect(heard.text()).toBe('ACK');
});

test('a file that is no capture is refused', () => {
  expect(() => parseCapture('{"t":1,"dir":"in","hex":"zz"}')).toThrow(/not a line of a capture/);
});
