import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

export type Exercise = {
  readonly exercise: string;
  readonly seconds: number;
  readonly errors: number;
  readonly isPassed: boolean;
};
export type Progress = Output<StoreContract, 'training.progress'>;
export type TerminalAnswer = 'accepted' | 'declined' | 'unreachable';

/** The way into the training world and out of it, and what is kept of it in the real one. */
export type Training = {
  readonly isIn: (device: string) => boolean;
  /** From its next request on, the device is in the training world. */
  readonly start: (device: string) => Promise<void>;
  readonly stop: (device: string) => void;
  /** What the terminal of the training world answers next. */
  readonly answerNext: (answer: TerminalAnswer) => void;
  /** Makes the telephone of the training world ring: a known customer calls. */
  readonly ring: () => Promise<void>;
  /** Written into the real journal: it is about the employee, not about a sale. */
  readonly report: (employeeId: string, exercise: Exercise) => void;
  readonly progress: () => Progress;
};
