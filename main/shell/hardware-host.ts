import { type FromShell, ToShell } from '../hardware-host/shell-door.ts';
import type { NodeProcess } from './electron-api.ts';
import { lastLines } from './last-lines.ts';
import type { Log } from './log.ts';

/**
 * Runs hardware hosts for a store node, which cannot fork one itself, and carries what they say to each
 * other. The shell looks into none of it. With the node gone its hosts go: nobody would hear how a
 * payment ended, and the next node starts its own.
 */
export function runHardwareHosts({
  node,
  fork,
  log,
}: {
  readonly node: NodeProcess;
  readonly fork: () => NodeProcess;
  readonly log: Log;
}): void {
  const hosts = new Map<number, NodeProcess>();
  let isNodeGone = false;
  const tellNode = (hardware: FromShell['hardware']): void => {
    if (!isNodeGone) node.postMessage({ hardware });
  };

  function start(host: number): void {
    const child = fork();
    hosts.set(host, child);
    const words = lastLines(child, (line) => log.info({ line }, 'hardware host says'));
    child.on('message', (message) => tellNode({ type: 'said', host, message }));
    child.on('exit', (code) => {
      hosts.delete(host);
      log.info({ code, host }, 'hardware host ended');
      tellNode({ type: 'ended', host, code, words: words() });
    });
  }

  node.on('message', (raw) => {
    const parsed = ToShell.safeParse(raw);
    // The node's answers to the windows come over the same port.
    if (!parsed.success) return;
    const { hardware } = parsed.data;
    if (hardware.type === 'start') start(hardware.host);
    else if (hardware.type === 'kill') hosts.get(hardware.host)?.kill();
    else hosts.get(hardware.host)?.postMessage(hardware.message);
  });
  node.on('exit', () => {
    isNodeGone = true;
    for (const child of hosts.values()) child.kill();
  });
}
