import type { Territory } from '../domain/vat.ts';

/** A store of the demonstration chain. */
export type DemonstrationStore = {
  readonly id: string;
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly siret: string;
  /** Intra-community VAT number. */
  readonly vatId: string;
  readonly territory: Territory;
  readonly zone: string;
  /** When its business day ends, on its wall clock. */
  readonly cutOff: string;
  readonly status: 'open' | 'planned';
  /** The day it opened or will, YYYY-MM-DD. */
  readonly opensOn: string;
};

/**
 * An invented company: 999 999 998 passes the check digit of a SIREN and belongs to nobody we know
 * of. Streets are invented too; towns and postcodes are real, so that the map makes sense.
 */
const SIREN = '999999998';
/** Key of the VAT number: (12 + 3 × (SIREN mod 97)) mod 97. */
const VAT_ID = 'FR11999999998';

type Row = Pick<DemonstrationStore, 'id' | 'name' | 'status' | 'opensOn'> & {
  readonly street: string;
  readonly town: string;
  /** The five digits that tell the establishments of a company apart; the last one is a check digit. */
  readonly establishment: string;
};

const ROWS: readonly Row[] = [
  {
    id: 'lyon-3',
    name: 'OC Pizza Lyon 3',
    street: "12 rue de l'Exemple",
    town: '69003 Lyon',
    establishment: '00019',
    status: 'open',
    opensOn: '2019-03-14',
  },
  {
    id: 'villeurbanne',
    name: 'OC Pizza Villeurbanne',
    street: '48 avenue de la Démonstration',
    town: '69100 Villeurbanne',
    establishment: '00027',
    status: 'open',
    opensOn: '2020-09-03',
  },
  {
    id: 'bron',
    name: 'OC Pizza Bron',
    street: '5 place du Four-Inventé',
    town: '69500 Bron',
    establishment: '00035',
    status: 'open',
    opensOn: '2021-11-18',
  },
  {
    id: 'ecully',
    name: 'OC Pizza Écully',
    street: '21 chemin des Essais',
    town: '69130 Écully',
    establishment: '00043',
    status: 'open',
    opensOn: '2023-04-06',
  },
  {
    id: 'venissieux',
    name: 'OC Pizza Vénissieux',
    street: '9 boulevard du Modèle',
    town: '69200 Vénissieux',
    establishment: '00050',
    status: 'open',
    opensOn: '2024-10-10',
  },
  {
    id: 'caluire',
    name: 'OC Pizza Caluire',
    street: '30 montée de la Maquette',
    town: '69300 Caluire-et-Cuire',
    establishment: '00068',
    status: 'planned',
    opensOn: '2027-02-18',
  },
  {
    id: 'oullins',
    name: 'OC Pizza Oullins',
    street: '77 grande rue Fictive',
    town: '69600 Oullins-Pierre-Bénite',
    establishment: '00076',
    status: 'planned',
    opensOn: '2027-04-08',
  },
  {
    id: 'saint-priest',
    name: 'OC Pizza Saint-Priest',
    street: '2 allée du Prototype',
    town: '69800 Saint-Priest',
    establishment: '00084',
    status: 'planned',
    opensOn: '2027-05-20',
  },
];

/** Demonstration data: the stores in and around Lyon, five open and three to come. */
export const demonstrationStores: readonly DemonstrationStore[] = ROWS.map(
  ({ street, town, establishment, ...store }) => ({
    ...store,
    addressLines: [street, town],
    siret: `${SIREN}${establishment}`,
    vatId: VAT_ID,
    territory: 'mainland',
    zone: 'Europe/Paris',
    cutOff: '04:30',
  }),
);
