/** A running hardware host as the store node sees it, whoever forked it. */
export type HostProcess = {
  /** Known where this process forked it itself. */
  readonly pid?: number | undefined;
  /** `false`: it surely did not get it, since the line to it was over before. */
  readonly post: (message: object) => boolean;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once. Nothing is heard after. */
  readonly onExit: (listener: (end: HostEnd) => void) => void;
  readonly kill: () => void;
};

export type HostEnd = {
  readonly code: number | null;
  /** Its last lines on standard error: on a crash they are the reason. */
  readonly words: string;
};

export type StartHostProcess = () => HostProcess;
