import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

import { nodeHidPort } from '#hardware/hid/node-hid-port.ts';

import { type Asked, readAsked, USAGE } from './arguments.ts';
import { NotRecorded, record } from './record.ts';

const asked = readAsked(process.argv.slice(2));
if (asked === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (asked.kind === 'list') await list();
else await run(asked);

async function list(): Promise<void> {
  const devices = await nodeHidPort().list();
  const hex = (number: number): string => number.toString(16).padStart(4, '0');
  for (const { vendorId, productId, serialNumber, product, usagePage } of devices) {
    const page = usagePage === undefined ? '' : ` (usage ${hex(usagePage)})`;
    console.log(
      `--vendor ${hex(vendorId)} --product ${hex(productId)} ${serialNumber ?? ''} ${product ?? ''}${page}`,
    );
  }
  if (devices.length === 0) console.log('Aucun appareil HID.');
}

async function run(wanted: Exclude<Asked, { kind: 'list' }>): Promise<void> {
  const { file, seconds } = wanted.into;
  let lines = 0;
  try {
    // NOTE: a capture is never written over another.
    const output = openSync(file, 'wx');
    const recording = await record(wanted, {
      sink(line) {
        writeSync(output, `${line}\n`);
        lines += 1;
      },
      clock: () => performance.now(),
      say: (sentence) => console.log(sentence),
    });
    console.log(`Enregistrement dans ${file}. Ctrl-C pour finir.`);
    const stop = (): void => void recording.stop();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const timer = seconds === undefined ? undefined : setTimeout(stop, seconds * 1_000);
    await recording.ended;
    clearTimeout(timer);
    closeSync(output);
    console.log(`${lines} lignes enregistrées.`);
    process.removeListener('SIGINT', stop);
    process.removeListener('SIGTERM', stop);
  } catch (fault) {
    process.exitCode = 1;
    const { code } = fault as { readonly code?: string };
    const isOurs = code !== 'EEXIST' && code !== 'ENOENT';
    if (isOurs && lines === 0) rmSync(file, { force: true });
    if (fault instanceof NotRecorded) console.error(fault.message);
    else if (code === 'EEXIST') console.error(`Le fichier ${file} existe déjà.`);
    else if (code === 'ENOENT') console.error(`Le dossier de ${file} n’existe pas.`);
    else if (code === 'EADDRINUSE') console.error('Ce port est déjà pris.');
    else throw fault;
  }
}
