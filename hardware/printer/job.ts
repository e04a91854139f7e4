import { ASK_PAPER, askJobId, ENABLE_STATUS, isPaperEnd, type PrinterMessage } from './frame.ts';

/** 64 characters that survive any code page. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-';

export type Confirmation = {
  /** To be sent before the job. */
  readonly before: Uint8Array;
  /** To be sent after the job: status on (a job's ESC @ may have turned it off), then the question. */
  readonly after: Uint8Array;
  readonly isConfirmedBy: (message: PrinterMessage) => boolean;
  /** The printer answered, and its paper sensor says that there was none. */
  readonly isPaperEnd: () => boolean;
};

const NOTHING = new Uint8Array();

/** How the end of this very job is recognised on an ESC/POS printer that knows `GS ( H`. */
export function confirmedById(job: { readonly jobId: string; readonly at: string }): Confirmation {
  const id = wireId(`${job.jobId} ${job.at}`);
  return {
    before: NOTHING,
    after: Uint8Array.from([...ENABLE_STATUS, ...askJobId(id)]),
    isConfirmedBy: (message) => message.type === 'job-done' && message.id === id,
    isPaperEnd: () => false,
  };
}

/**
 * The `GS r 1` of a printer without job ids: asked and answered so far. An answer carries no id, and a
 * printer that was out of paper answers for a job given up long ago: each question takes one answer.
 */
export type PaperQuestions = { asked: number; answered: number };

/** On one that knows no ids: `GS r 1` is answered once all before it is printed. */
export function confirmedByPaper(asb: boolean, questions: PaperQuestions): Confirmation {
  let paperEnd = false;
  questions.asked += 1;
  const place = questions.asked;
  return {
    before: NOTHING,
    after: Uint8Array.from([...(asb ? ENABLE_STATUS : []), ...ASK_PAPER]),
    isConfirmedBy(message) {
      if (message.type !== 'answer' || questions.answered < place) return false;
      paperEnd = isPaperEnd(message.byte);
      return true;
    },
    isPaperEnd: () => paperEnd,
  };
}

/**
 * Four characters for `GS ( H`. A hash of job and time (FNV-1a, 24 of its bits) and not a counter: a
 * counter starts again with the program, and a late echo of an older job would confirm the wrong one.
 */
export function wireId(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return [0, 6, 12, 18].map((shift) => LETTERS[(hash >>> shift) & 63] ?? '0').join('');
}
