import { parseArgs } from 'node:util';

export type DeviceArguments = {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly pagePort: number;
  readonly mode: string | undefined;
};

type Running = {
  readonly port: number;
  readonly pagePort: number;
  readonly close: () => Promise<void>;
};

/**
 * Runs a virtual device as a program: reads its arguments, prints one line when it is ready (and
 * tells a parent process), ends on Ctrl-C or when its parent is gone.
 */
export async function runVirtualDevice(device: {
  /** In French, as on the line it prints. */
  readonly kind: string;
  readonly defaults: { readonly port: number; readonly pagePort: number; readonly name: string };
  readonly start: (asked: DeviceArguments) => Promise<Running>;
}): Promise<void> {
  const asked = readArguments(device.defaults);
  if (asked === undefined) {
    stopWith('Usage\u202f: node index.ts [--port N] [--page-port N] [--host ADRESSE] [--name NOM]');
    return;
  }
  let running: Running;
  try {
    running = await device.start(asked);
  } catch (fault) {
    stopWith(sentenceFor(fault, `${device.kind} «\u202f${asked.name}\u202f»`));
    return;
  }
  const { port, pagePort } = running;
  process.stdout.write(
    `${device.kind} «\u202f${asked.name}\u202f»\u202f: ${asked.host}:${port}, page http://${asked.host}:${pagePort}/\n`,
  );
  process.send?.({ ready: true, port, pagePort });
  const end = (): void => void running.close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.once('disconnect', end);
}

function readArguments(defaults: {
  readonly port: number;
  readonly pagePort: number;
  readonly name: string;
}): DeviceArguments | undefined {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: String(defaults.port) },
        'page-port': { type: 'string', default: String(defaults.pagePort) },
        name: { type: 'string', default: defaults.name },
        host: { type: 'string', default: '127.0.0.1' },
        mode: { type: 'string' },
      },
    });
    const port = portIn(values.port);
    const pagePort = portIn(values['page-port']);
    if (port === undefined || pagePort === undefined) return undefined;
    return { name: values.name, host: values.host, port, pagePort, mode: values.mode };
  } catch {
    // An argument we do not know: the caller prints how to call.
    return undefined;
  }
}

function portIn(text: string): number | undefined {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined;
}

function stopWith(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function sentenceFor(fault: unknown, who: string): string {
  const { code, port } = fault as { readonly code?: string; readonly port?: number };
  if (code === 'EADDRINUSE') {
    return `${who} ne démarre pas\u202f: le port ${port} est déjà pris. Fermer l’autre programme ou choisir un autre port.`;
  }
  if (code === 'EACCES')
    return `${who} ne démarre pas\u202f: le port ${port} est interdit à cet utilisateur.`;
  return `${who} ne démarre pas\u202f: ${fault instanceof Error ? fault.message : String(fault)}`;
}
