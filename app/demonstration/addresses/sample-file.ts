import { demonstrationStreets, type DemonstrationStreet, placeOfNumber } from './streets.ts';

/** Of each street, this many numbers: enough to complete an address with, small enough to ship. */
const NUMBERS_A_STREET = 8;

const COLUMNS = [
  'id',
  'id_fantoir',
  'numero',
  'rep',
  'nom_voie',
  'code_postal',
  'code_insee',
  'nom_commune',
  'code_insee_ancienne_commune',
  'nom_ancienne_commune',
  'x',
  'y',
  'lon',
  'lat',
  'type_position',
  'alias',
  'nom_ld',
  'libelle_acheminement',
  'nom_afnor',
  'source_position',
  'source_commune',
  'certification_commune',
  'cad_parcelles',
] as const;

/**
 * The demonstration streets in the format in which the Base Adresse Nationale is published for a
 * département. Written to `adresses-exemple-69.csv` by scripts/addresses/write-sample.ts. What the
 * importer does not read (projected coordinates, cadastre) is empty.
 */
export function sampleFile(): string {
  const rows = demonstrationStreets.flatMap(rowsOf);
  return `${[COLUMNS.join(';'), ...rows].join('\n')}\n`;
}

function rowsOf(street: DemonstrationStreet, index: number): string[] {
  const { lowestNumber, highestNumber } = street;
  const step = Math.max(1, Math.floor((highestNumber - lowestNumber) / (NUMBERS_A_STREET - 1)));
  const numbers = Array.from(
    { length: NUMBERS_A_STREET },
    (_, place) => lowestNumber + place * step,
  )
    .filter((number) => number <= highestNumber)
    .map((number) => ({ number, suffix: '' }));
  const bis = index % 3 === 0 ? [{ number: lowestNumber + step, suffix: 'bis' }] : [];
  return [...numbers, ...bis].map(({ number, suffix }) => rowOf(street, index, number, suffix));
}

function rowOf(street: DemonstrationStreet, index: number, number: number, suffix: string): string {
  const { name, postcode, city, insee } = street;
  const { latitude, longitude } = placeOfNumber(street, number);
  const way = `${insee}_${String(index + 1).padStart(4, '0')}`;
  const capitals = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase();
  const values: Readonly<Partial<Record<(typeof COLUMNS)[number], string>>> = {
    id: [way, String(number).padStart(5, '0'), suffix].filter((part) => part !== '').join('_'),
    id_fantoir: way,
    numero: String(number),
    rep: suffix,
    nom_voie: name,
    code_postal: postcode,
    code_insee: insee,
    nom_commune: city,
    lon: degrees(longitude),
    lat: degrees(latitude),
    type_position: 'segment',
    libelle_acheminement: city.toUpperCase(),
    nom_afnor: capitals.replace(/['-]/g, ' '),
    source_position: 'exemple',
    source_commune: 'exemple',
    certification_commune: '0',
  };
  return COLUMNS.map((column) => values[column] ?? '').join(';');
}

/** Of an angle north and east of zero, as all of Lyon is. */
function degrees(millionths: number): string {
  const digits = String(millionths).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
