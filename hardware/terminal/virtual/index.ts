import { runVirtualDevice } from '../../virtual/program.ts';
import { terminalModeOf } from './modes.ts';
import { startVirtualTerminal } from './server.ts';

await runVirtualDevice({
  kind: 'Terminal de paiement virtuel',
  defaults: { port: 8888, pagePort: 8880, name: 'Terminal du comptoir' },
  start({ mode, ...asked }) {
    const started = terminalModeOf({ mode: mode ?? 'manual' });
    if (started === undefined) throw new Error(`le mode «\u202f${mode}\u202f» n’existe pas`);
    return startVirtualTerminal({ ...asked, mode: started });
  },
});
