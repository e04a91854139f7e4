import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';

import { expect, test } from 'vitest';

const PROGRAMS = [
  ['printer', 'Imprimante virtuelle'],
  ['terminal', 'Terminal de paiement virtuel'],
  ['display', 'Afficheur client virtuel'],
  ['caller-id', 'Téléphone virtuel'],
  ['scanner', 'Scanner virtuel'],
] as const;

function pathOf(device: string): string {
  return new URL(`../../../hardware/${device}/virtual/index.ts`, import.meta.url).pathname;
}

type Ready = { ready: true; port: number; pagePort: number };

function start(device: string): { child: ChildProcess; ready: Promise<Ready> } {
  const child = fork(pathOf(device), ['--port', '0', '--page-port', '0', '--name', 'Essai'], {
    silent: true,
  });
  const ready = new Promise<Ready>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Ready));
    child.once('exit', () => reject(new Error('ended before it was ready')));
  });
  return { child, ready };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
}

test.each(PROGRAMS)(
  'the virtual %s says where it is, shows its page and ends on Ctrl-C',
  async (device) => {
    const { child, ready } = start(device);
    const { port, pagePort } = await ready;
    expect(port).toBeGreaterThan(0);
    const page = await fetch(`http://127.0.0.1:${pagePort}/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).toContain('<html lang="fr">');
    const state = await (await fetch(`http://127.0.0.1:${pagePort}/state`)).json();
    expect(state).toMatchObject({ name: 'Essai', address: `127.0.0.1:${port}` });
    const code = ended(child);
    child.kill('SIGINT');
    expect(await code).toBe(0);
  },
);

test.each(PROGRAMS)('the virtual %s ends with the program that started it', async (device) => {
  const { child, ready } = start(device);
  await ready;
  const code = ended(child);
  child.disconnect();
  expect(await code).toBe(0);
});

test.each(PROGRAMS)('a busy port stops the virtual %s with one sentence', async (device, kind) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  for (const busy of [
    ['--port', String(port), '--page-port', '0'],
    ['--port', '0', '--page-port', String(port)],
  ]) {
    const child = spawn(process.execPath, [pathOf(device), ...busy, '--name', 'Essai']);
    let said = '';
    child.stderr.on('data', (text) => {
      said += String(text);
    });
    expect(await ended(child)).toBe(1);
    expect(said.trim().split('\n')).toEqual([
      `${kind} «\u202fEssai\u202f» ne démarre pas\u202f: le port ${port} est déjà pris. Fermer l’autre programme ou choisir un autre port.`,
    ]);
  }
  await new Promise((resolve) => other.close(resolve));
});
