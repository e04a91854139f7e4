import { EventEmitter } from 'node:events';

import type { NodeProcess } from '#main/shell/electron-api.ts';

/** A utility process up to Electron's door: what the shell sent it is kept, what it does is told it. */
export class NodeStandIn extends EventEmitter {
  readonly stdout = new EventEmitter();
  readonly stderr = new EventEmitter();
  readonly sent: unknown[] = [];
  killed = false;

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  kill(): boolean {
    this.killed = true;
    return true;
  }

  isReady(): void {
    this.emit('message', { ready: true });
  }

  /** Answers the newest request. */
  answers(value: unknown): void {
    const { id } = this.sent.at(-1) as { id: number };
    this.emit('message', { id, result: { ok: true, value } });
  }

  says(text: string): void {
    this.stderr.emit('data', Buffer.from(text));
  }

  ends(code: number): void {
    this.emit('exit', code);
  }
}

// The stand-in must have all that the shell uses of a process.
export const asProcess = (node: NodeStandIn): NodeProcess => node;
