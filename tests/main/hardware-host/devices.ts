import type { PrinterConfiguration, TerminalConfiguration } from '#hardware/configuration.ts';

/** The devices of a small store, on ports that the test gives. */
export const A_PRINTER: PrinterConfiguration = {
  kind: 'printer',
  id: 'printer',
  name: 'Comptoir',
  language: 'esc-pos',
  transport: { kind: 'tcp', host: '127.0.0.1', port: 9_100 },
  profile: 'epson-tm-m30iii',
  roles: ['receipt'],
};

export const A_TERMINAL: TerminalConfiguration = {
  kind: 'terminal',
  id: 'terminal',
  name: 'Comptoir',
  tillNumber: '01',
  protocol: 'caisse-ap',
  host: '127.0.0.1',
  port: 8_888,
};

export function printerOn(port: number): PrinterConfiguration {
  return { ...A_PRINTER, transport: { kind: 'tcp', host: '127.0.0.1', port } };
}

export function terminalOn(port: number): TerminalConfiguration {
  return { ...A_TERMINAL, port } as TerminalConfiguration;
}
