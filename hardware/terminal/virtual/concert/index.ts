import { runVirtualDevice } from '../../../virtual/program.ts';
import { terminalModeOf } from '../modes.ts';
import { startVirtualTerminal } from '../server.ts';

await runVirtualDevice({
  kind: 'Terminal Concert virtuel',
  defaults: { port: 8889, pagePort: 8881, name: 'Terminal série' },
  start({ mode, ...asked }) {
    const started = terminalModeOf({ mode: mode ?? 'manual' }, 'concert');
    if (started === undefined) throw new Error(`le mode «\u202f${mode}\u202f» n’existe pas`);
    return startVirtualTerminal({ ...asked, protocol: 'concert', mode: started });
  },
});
