import { runVirtualDevice } from '../../virtual/program.ts';
import { startVirtualScanner } from './server.ts';

await runVirtualDevice({
  kind: 'Scanner virtuel',
  defaults: { port: 9400, pagePort: 9480, name: 'Scanner du comptoir' },
  start: (asked) => startVirtualScanner(asked),
});
