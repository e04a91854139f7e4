import { runVirtualDevice } from '../../virtual/program.ts';
import { startVirtualDisplay } from './server.ts';

await runVirtualDevice({
  kind: 'Afficheur client virtuel',
  defaults: { port: 9200, pagePort: 9280, name: 'Afficheur du comptoir' },
  start: (asked) => startVirtualDisplay(asked),
});
