import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { VIRTUAL_STRIPE } from '#hardware/virtual/shop/devices.ts';
import { playScript, type ScriptStep, scriptOf } from '#hardware/virtual/shop/script.ts';
import {
  portsFrom,
  type ShopPorts,
  startVirtualShop,
  type VirtualShop,
} from '#hardware/virtual/shop/shop.ts';

import { type SimulatorOptions, simulatorOptions, USAGE } from './options.ts';

/** A shop without hardware: every simulator, one page that shows them all, and a script if wanted. */
const HOST = '127.0.0.1';

const options = simulatorOptions(process.argv.slice(2));
if (options === undefined) stopWith(USAGE);
else await run(options);

async function run(asked: SimulatorOptions): Promise<void> {
  const steps = stepsOf(asked.scriptFile);
  if (typeof steps === 'string') {
    stopWith(`${steps}\n`);
    return;
  }
  const shop = await startVirtualShop({
    ids: asked.ids,
    ports: portsOf(asked),
    name: asked.name,
    host: HOST,
  }).catch((fault: unknown) => sentenceFor(fault));
  if (typeof shop === 'string') {
    stopWith(`${shop}\n`);
    return;
  }
  const closing = new AbortController();
  const end = (): void => {
    closing.abort();
    void shop.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, end);
  process.stdout.write(tableOf(shop));
  process.send?.({ ready: true, pagePort: shop.pagePort });
  await playScript(steps, {
    act: shop.act,
    wait: (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined),
    say: (sentence) => process.stdout.write(`${sentence}\n`),
    signal: closing.signal,
  });
}

function portsOf({ port, places }: SimulatorOptions): ShopPorts {
  const following = portsFrom(port);
  return {
    pagePort: following.pagePort,
    of: (id) => places.get(id) ?? following.of(id),
  };
}

/** The steps, or the sentence that says why there are none. */
function stepsOf(file: string | undefined): readonly ScriptStep[] | string {
  if (file === undefined) return [];
  if (!existsSync(file)) return `Le fichier ${file} n’existe pas.`;
  const script = scriptOf(readFileSync(file, 'utf8'));
  return script.status === 'read' ? script.steps : `${file}, ${script.sentence}`;
}

function tableOf({ devices, pagePort }: VirtualShop): string {
  const rows = [...devices].map(([id, { kind, name, address, pagePort: page }]) => {
    const shown = page === undefined ? '' : `http://${HOST}:${page}/`;
    return `  ${id.padEnd(9)} ${`${kind} · ${name}`.padEnd(44)} ${address.padEnd(26)} ${shown}`.trimEnd();
  });
  const usb = devices.get('scanner')?.address;
  return [
    'Simulateurs prêts : l’adresse se saisit dans les réglages de la caisse, la page s’ouvre ici.',
    '',
    ...rows,
    '',
    `  Tous ensemble   http://${HOST}:${pagePort}/`,
    ...(devices.has('stripe')
      ? [
          `  Stripe : OC_PIZZA_STRIPE_SECRET_KEY=${VIRTUAL_STRIPE.secretKey}, lecteur ${VIRTUAL_STRIPE.readerId}`,
        ]
      : []),
    ...(usb === undefined ? [] : [`  Scanner : lancer la caisse avec OC_PIZZA_VIRTUAL_USB=${usb}`]),
    'Ctrl-C arrête tout.',
    '',
  ].join('\n');
}

function sentenceFor(fault: unknown): string {
  const { code, port } = fault as { readonly code?: string; readonly port?: number };
  if (code === 'EADDRINUSE')
    return `Le port ${port} est déjà pris : arrêtez l’autre programme ou choisissez --port.`;
  if (code === 'EACCES')
    return `Le port ${port} est interdit à cet utilisateur : choisissez --port.`;
  throw fault;
}

function stopWith(sentence: string): void {
  process.stderr.write(sentence);
  process.exitCode = 1;
}
