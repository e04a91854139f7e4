/** What a driver says of itself; a pino logger fits. Never a card number, never raw answers. */
export type Log = {
  readonly info: (fields: object, sentence: string) => void;
  readonly warn: (fields: object, sentence: string) => void;
};

export const silentLog: Log = { info() {}, warn() {} };
