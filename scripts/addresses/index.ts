import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { importAddresses, NotAnAddressFile } from '#main/store/customers/import-addresses.ts';

const HELP = `npm run addresses -- FICHIER.csv[.gz] [options]

  Importe les adresses d’un département dans la base d’adresses d’un magasin. Le fichier est celui
  que publie la Base Adresse Nationale (adresse.data.gouv.fr, « format CSV », un par département).

  --data DOSSIER     dossier des données du magasin (data/lyon-3 par défaut)
  --department NN    seulement les codes postaux qui commencent ainsi : 69
`;

/** One line of progress each so many rows. */
const TELL_EVERY = 50_000;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: join('data', 'lyon-3') },
      department: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [from] = positionals;
  if (from === undefined || values.help === true) console.log(HELP);
  else if (!existsSync(values.data)) throw new NotAnAddressFile(unknownFolder(values.data));
  else await run(from, join(values.data, 'addresses.sqlite'), values.department);
} catch (fault) {
  const sentence = sentenceFor(fault);
  if (sentence === undefined) throw fault;
  console.error(sentence);
  process.exitCode = 1;
}

async function run(from: string, into: string, department: string | undefined): Promise<void> {
  let told = 0;
  const outcome = await importAddresses({
    from,
    into,
    department,
    now: new Date().toISOString(),
    say: (sentence) => console.error(sentence),
    onProgress({ addresses }) {
      if (addresses - told < TELL_EVERY) return;
      told = addresses;
      console.log(`${addresses} adresses…`);
    },
  });
  console.log(
    `${outcome.addresses} adresses dans ${outcome.streets} rues importées dans ${into}` +
      `${outcome.faults === 0 ? '.' : `, ${outcome.faults} lignes laissées de côté.`}`,
  );
}

function unknownFolder(folder: string): string {
  return `Le dossier des données ${folder} n’existe pas : démarrez le magasin d’abord, ou choisissez --data.`;
}

function sentenceFor(fault: unknown): string | undefined {
  if (fault instanceof NotAnAddressFile) return fault.message;
  const { code, path } = (fault ?? {}) as { code?: string; path?: string };
  if (code === 'ENOENT') return `${path ?? 'Le fichier'} est introuvable.`;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'Le disque est plein.';
  if (code === 'Z_DATA_ERROR') return 'Le fichier compressé est abîmé : téléchargez-le à nouveau.';
  if (code === 'SQLITE_CANTOPEN') return 'Le dossier des données ne s’écrit pas.';
  return undefined;
}
