import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

/** `till.json` in the till's data folder, written by whoever installs the till. */
const TillFile = z.strictObject({
  /** Full screen without a way out, for a till that does nothing else. */
  kiosk: z.boolean().default(false),
  /** Flags of the store node (main/store/start/options.ts): `["--store", "lyon-3"]`. */
  storeNode: z.array(z.string().max(300)).max(40).default([]),
});

export type TillSettings = z.output<typeof TillFile>;

/**
 * What this till is: its file, then the command line. `--kiosk` switches kiosk on; flags after a
 * bare `--` go to the store node in place of those of the file.
 *
 * Throws an Error with a sentence for a person when the file is not as it must be.
 */
export function readSettings(folder: string, commandLine: readonly string[]): TillSettings {
  const saved = readTillFile(path.join(folder, 'till.json'));
  const dashes = commandLine.indexOf('--');
  const own = dashes === -1 ? commandLine : commandLine.slice(0, dashes);
  const storeNode = dashes === -1 ? saved.storeNode : commandLine.slice(dashes + 1);
  return {
    kiosk: saved.kiosk || own.includes('--kiosk'),
    storeNode: storeNode.includes('--folder')
      ? [...storeNode]
      : [...storeNode, '--folder', path.join(folder, 'store')],
  };
}

function readTillFile(file: string): TillSettings {
  if (!existsSync(file)) return TillFile.parse({});
  try {
    return TillFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(
      `Le fichier ${file} n’est pas valide\u202f; corrigez-le ou supprimez-le.\nThe file ${file} is not valid: correct or delete it.`,
      { cause: error },
    );
  }
}
