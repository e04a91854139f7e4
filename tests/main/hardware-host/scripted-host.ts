import type { ToHost } from '#hardware/host/messages.ts';
import type { HostEnd, HostProcess } from '#main/hardware-host/process.ts';

/** A host process up to its line: what it was told is kept, what it says the test says for it. */
export class ScriptedHost implements HostProcess {
  readonly told: ToHost[] = [];
  isKilled = false;
  isConnected = true;
  #hear: (message: unknown) => void = () => undefined;
  #tellEnd: (end: HostEnd) => void = () => undefined;

  post = (message: object): boolean => {
    if (this.isConnected) this.told.push(message as ToHost);
    return this.isConnected;
  };
  onMessage = (listener: (message: unknown) => void): void => {
    this.#hear = listener;
  };
  onExit = (listener: (end: HostEnd) => void): void => {
    this.#tellEnd = listener;
  };
  kill = (): void => {
    this.isKilled = true;
  };

  says(message: unknown): void {
    this.#hear(message);
  }

  ends(code: number | null = 1, words = ''): void {
    this.isConnected = false;
    this.#tellEnd({ code, words });
  }

  /** Everything of one kind that it was told. */
  heard<Type extends ToHost['type']>(type: Type): Extract<ToHost, { type: Type }>[] {
    return this.told.filter(
      (message): message is Extract<ToHost, { type: Type }> => message.type === type,
    );
  }

  /** Answers the newest request of a kind. */
  answers(type: 'print' | 'pay' | 'self-test' | 'read-log' | 'show', value: unknown): void {
    const request = this.heard(type).at(-1);
    if (request === undefined) throw new Error(`nothing of the kind ${type} was asked`);
    this.says({ type: 'reply', id: request.id, value });
  }
}
