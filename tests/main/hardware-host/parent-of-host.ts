import { forkHostProcess } from '#main/hardware-host/child-process.ts';

/** A store node of which only the hardware host matters: it says the pid, and lives until it is killed. */
const host = forkHostProcess();
host.onMessage(() => process.send?.({ pid: host.pid }));
