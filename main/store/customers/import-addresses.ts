import { closeSync, createReadStream, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import Database from 'better-sqlite3';
import { parse } from 'csv-parse';
import { z } from 'zod';

import { plain } from '#app/domain/search.ts';

import { createAddressTables } from './addresses-file.ts';

/** One transaction each: few enough to hold in memory, many enough to be quick. */
const BATCH_ROWS = 5_000;
/** Streets remembered by name; a large département has some 30,000. */
const STREETS_REMEMBERED = 60_000;
/** A file that is not what it should be would otherwise print a line for each of its rows. */
const FAULTS_TOLD = 20;

/** Millionths of a degree from `4.8547`, by its digits: exact, whatever the length. */
const Degrees = z
  .string()
  .regex(/^-?\d{1,3}(\.\d+)?$/)
  .transform((text) => {
    const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
    const millionths = Number(whole) * 1_000_000 + Number(rest.slice(0, 6).padEnd(6, '0'));
    return sign === '-' ? -millionths : millionths;
  });

/** The columns we use of the CSV that the Base Adresse Nationale publishes for each département. */
const Row = z.object({
  numero: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number),
  rep: z.string().max(12),
  nom_voie: z.string().trim().min(1).max(120),
  code_postal: z.string().regex(/^\d{5}$/),
  nom_commune: z.string().trim().min(1).max(80),
  lon: Degrees,
  lat: Degrees,
});
type Row = z.output<typeof Row>;
const COLUMNS = Object.keys(Row.shape);

export type ImportProgress = { readonly addresses: number; readonly faults: number };
export type ImportOutcome = ImportProgress & { readonly streets: number };

/** The file is not the CSV that is published; the message is one sentence for a person. */
export class NotAnAddressFile extends Error {
  override readonly name = 'NotAnAddressFile';
}

/**
 * Makes an address base in `into` from a CSV of the Base Adresse Nationale (`.csv` or `.csv.gz`,
 * UTF-8, semicolons), read as a stream: memory does not grow with the file. The base is built
 * beside and takes its place only when it is whole; a running store node finds it by itself. A row
 * that cannot be used is told with file and line, and left out. Throws `NotAnAddressFile`, or what
 * the file system says.
 */
export async function importAddresses(options: {
  readonly from: string;
  readonly into: string;
  /** Only addresses whose postcode begins so: `69`. */
  readonly department?: string | undefined;
  readonly now: string;
  /** For a person: which row is left out, and why. */
  readonly say: (sentence: string) => void;
  readonly onProgress?: (progress: ImportProgress) => void;
}): Promise<ImportOutcome> {
  const { from, into } = options;
  const draft = `${into}.new`;
  rmSync(draft, { force: true });
  const database = new Database(draft);
  try {
    // The draft is thrown away after a crash: nothing of it needs to be durable before its end.
    database.pragma('journal_mode = off');
    database.pragma('synchronous = off');
    createAddressTables(database);
    const progress = await readInto(writer(database), options);
    if (progress.addresses === 0)
      throw new NotAnAddressFile(`${from} ne contient aucune adresse utilisable.`);
    const streets = finish(database, options, progress);
    database.close();
    sync(draft);
    renameSync(draft, into);
    return { ...progress, streets };
  } catch (fault) {
    database.close();
    rmSync(draft, { force: true });
    throw fault;
  }
}

type Writer = { readonly write: (rows: readonly Row[]) => void };

async function readInto(
  { write }: Writer,
  {
    from,
    department,
    say,
    onProgress,
  }: Pick<Parameters<typeof importAddresses>[0], 'from' | 'department' | 'say' | 'onProgress'>,
): Promise<ImportProgress> {
  let batch: Row[] = [];
  let addresses = 0;
  let faults = 0;
  const flush = () => {
    write(batch);
    addresses += batch.length;
    batch = [];
    onProgress?.({ addresses, faults });
  };
  const records = parse({
    delimiter: ';',
    bom: true,
    info: true,
    columns: (header: string[]) => checkedHeader(from, header),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const unzip: Transform = from.endsWith('.gz') ? createGunzip() : new PassThrough();
  const take = async (source: AsyncIterable<Parsed>) => {
    for await (const item of source) {
      const row = Row.safeParse(item.record);
      if (!row.success) {
        faults += 1;
        if (faults <= FAULTS_TOLD) say(faultSentence(from, item.info.lines, row.error));
        continue;
      }
      if (department !== undefined && !row.data.code_postal.startsWith(department)) continue;
      batch.push(row.data);
      if (batch.length >= BATCH_ROWS) flush();
    }
  };
  await pipeline(createReadStream(from), unzip, records, take);
  flush();
  if (faults > FAULTS_TOLD) say(`… et ${faults - FAULTS_TOLD} autres lignes laissées de côté.`);
  return { addresses, faults };
}

type Parsed = { readonly record: unknown; readonly info: { readonly lines: number } };

function checkedHeader(from: string, header: string[]): string[] {
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length === 0) return header;
  throw new NotAnAddressFile(
    `${from} n’est pas un fichier d’adresses de la BAN : il manque ${missing.join(', ')}.`,
  );
}

function faultSentence(from: string, line: number, error: z.ZodError): string {
  const column = error.issues[0]?.path.join('.') ?? '';
  return `${from}, ligne ${line} : ${column} inutilisable, adresse laissée de côté.`;
}

function writer(database: Database.Database): Writer {
  const addStreet = database.prepare(
    'insert into street (name, postcode, city) values (?, ?, ?) on conflict do nothing',
  );
  const placeOf = database
    .prepare<[string, string, string], number>(
      'select place from street where name = ? and postcode = ? and city = ?',
    )
    .pluck();
  const addNumber = database.prepare('insert or replace into number values (?, ?, ?, ?, ?)');
  const remembered = new Map<string, number>();

  function streetOf({ nom_voie: name, code_postal: postcode, nom_commune }: Row): number {
    const city = cityOf(nom_commune);
    const key = `${name};${postcode};${city}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    addStreet.run(name, postcode, city);
    const place = placeOf.get(name, postcode, city) ?? 0;
    if (remembered.size >= STREETS_REMEMBERED) remembered.clear();
    remembered.set(key, place);
    return place;
  }
  return {
    write: database.transaction((rows: readonly Row[]) => {
      for (const row of rows)
        addNumber.run(streetOf(row), row.numero, plain(row.rep), row.lat, row.lon);
    }),
  };
}

/** `Lyon 3e Arrondissement` is Lyon on an envelope; the postcode tells the rest. */
function cityOf(commune: string): string {
  return commune.replace(/ \d+(?:er|e) arrondissement$/i, '');
}

/** The words of all streets, and where it all came from. Answers the number of streets. */
function finish(
  database: Database.Database,
  { from, now }: { readonly from: string; readonly now: string },
  { addresses }: ImportProgress,
): number {
  database.function('folded', { deterministic: true }, (text) => plain(String(text)));
  database.exec(`
    insert into street_words (rowid, words)
      select place, folded(name || ' ' || postcode || ' ' || city) from street;
    insert into street_words (street_words) values ('optimize');
    analyze;`);
  database.prepare('insert into source values (?, ?, ?)').run(from, now, addresses);
  return Number(database.prepare('select count(*) from street').pluck().get());
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
