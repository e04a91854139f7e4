import { runVirtualDevice } from '../../virtual/program.ts';
import { startVirtualPrinter } from './server.ts';

await runVirtualDevice({
  kind: 'Imprimante virtuelle',
  defaults: { port: 9100, pagePort: 9180, name: 'Imprimante du comptoir' },
  start: ({ name, host, port, pagePort, mode }) =>
    startVirtualPrinter({
      ...{ name, host, port, pagePort },
      language: mode === 'star' ? 'star-prnt' : 'esc-pos',
    }),
});
