import { runVirtualDevice } from '../../virtual/program.ts';
import { startVirtualPhone } from './server.ts';

await runVirtualDevice({
  kind: 'Téléphone virtuel',
  defaults: { port: 9300, pagePort: 9380, name: 'Téléphone du magasin' },
  start: (asked) => startVirtualPhone(asked),
});
