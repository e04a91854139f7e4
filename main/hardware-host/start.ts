import { forkHostProcess } from './child-process.ts';
import type { StartHostProcess } from './process.ts';
import { type ParentDoor, shellHostProcesses } from './shell-process.ts';

/**
 * How this process has a hardware host. Under plain Node it forks one. Under Electron it asks the shell:
 * a utility process can fork neither its like (`utilityProcess` is of the main process alone) nor a
 * Node (the `runAsNode` fuse of the till is off, and `child_process.fork` needs it).
 */
export function hostStarter(): StartHostProcess {
  const { parentPort } = process as { parentPort?: ParentDoor };
  return parentPort === undefined ? () => forkHostProcess() : shellHostProcesses(parentPort);
}
