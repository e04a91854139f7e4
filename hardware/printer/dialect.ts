import {
  ENABLE_STATUS,
  FLUSH,
  INITIALISE,
  type PrinterMessage,
  type PrinterParser,
  PROBE,
  printerParser,
  RECOVER,
} from './frame.ts';
import { type Confirmation, confirmedById, confirmedByPaper } from './job.ts';
import type { PrinterProfile } from './profile.ts';
import { starDialect } from './star/dialect.ts';

/** What the driver says to a printer besides documents, in the language of the printer. */
export type Dialect = {
  readonly parser: () => PrinterParser;
  /** To be sent on every look at the printer, before `probe`. */
  readonly wake: Uint8Array;
  /** Asks for a sign of life that comes even while it cannot print. */
  readonly probe: Uint8Array;
  /** Whether `probe` may be sent while a job waits for its end. */
  readonly probesDuringJob: boolean;
  /** Ends whatever a torn job left in mid-command. */
  readonly reset: Uint8Array;
  /** After a person has cleared the cutter. */
  readonly recover: Uint8Array;
  readonly confirmation: (job: { readonly jobId: string; readonly at: string }) => Confirmation;
  /** Everything that the printer says, in a job or not. */
  readonly note?: (message: PrinterMessage) => void;
  /** What it was asked and has not answered it never will: the job was refused, or it was off. */
  readonly forgetQuestions?: () => void;
};

/** A dialect of its own for each printer: it may remember jobs that were given up. */
export function dialectOf(profile: PrinterProfile): Dialect {
  if (profile.language !== 'esc-pos') return starDialect();
  const questions = { asked: 0, answered: 0 };
  return {
    parser: printerParser,
    wake: profile.asb ? ENABLE_STATUS : new Uint8Array(),
    probe: PROBE,
    probesDuringJob: true,
    reset: Uint8Array.from([...FLUSH, ...INITIALISE]),
    recover: RECOVER,
    confirmation: (job) =>
      profile.jobId ? confirmedById(job) : confirmedByPaper(profile.asb, questions),
    note(message) {
      if (message.type === 'answer' && questions.answered < questions.asked)
        questions.answered += 1;
    },
    forgetQuestions() {
      questions.answered = questions.asked;
    },
  };
}
