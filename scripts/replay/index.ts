import { parseArgs } from 'node:util';

import { progressBar } from './progress.ts';
import { replay } from './replay.ts';
import { asJson, asTables } from './report.ts';
import { BadRow, readSales } from './sales-file.ts';

const USAGE = `npm run replay -- DOSSIER [--json]

Lit orders.csv, order_lines.csv et pizzas.csv du dossier, vend tout par le nœud d’un magasin sous
une horloge virtuelle, le synchronise avec un siège, et compare les totaux des deux.`;

const asked = read();
const folder = asked?.positionals[0];

if (asked?.values.help === true || folder === undefined) {
  console.log(USAGE);
  process.exitCode = asked?.values.help === true ? 0 : 2;
} else {
  try {
    const file = readSales(folder);
    const outcome = await replay(file, progressBar(process.stderr));
    console.log(asked?.values.json === true ? asJson(outcome) : asTables(outcome));
    if (!outcome.agrees) process.exitCode = 1;
  } catch (fault) {
    if (fault instanceof BadRow) {
      console.error(`${fault.message}. Rien n’a été importé.`);
      process.exitCode = 1;
    } else if (['ENOENT', 'ENOTDIR'].includes((fault as { code?: string }).code ?? '')) {
      console.error(`Fichier introuvable : ${(fault as { path?: string }).path ?? folder}.`);
      process.exitCode = 1;
    } else throw fault;
  }
}

/** Undefined for an option that does not exist. */
function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch {
    return undefined; // The usage says which there are.
  }
}
