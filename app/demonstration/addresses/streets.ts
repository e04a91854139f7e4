import type { Place } from '../../domain/delivery-zone.ts';

/** A street of the demonstration town. */
export type DemonstrationStreet = {
  readonly name: string;
  readonly postcode: string;
  readonly city: string;
  /** Code of the municipality (INSEE); an arrondissement has its own. */
  readonly insee: string;
  readonly from: Place;
  readonly to: Place;
  readonly lowestNumber: number;
  readonly highestNumber: number;
};

type Town = Pick<DemonstrationStreet, 'postcode' | 'city' | 'insee'>;
type Ends = readonly [latitude: number, longitude: number];
type Row = readonly [
  name: string,
  town: Town,
  from: Ends,
  to: Ends,
  lowest: number,
  highest: number,
];

const LYON_3: Town = { postcode: '69003', city: 'Lyon', insee: '69383' };
const VILLEURBANNE: Town = { postcode: '69100', city: 'Villeurbanne', insee: '69266' };

// biome-ignore format: one street a line.
const ROWS: readonly Row[] = [
  ['Cours Lafayette', LYON_3, [45_764_900, 4_838_600], [45_766_500, 4_868_000], 1, 260],
  ['Rue de Bonnel', LYON_3, [45_761_500, 4_838_900], [45_762_300, 4_857_200], 1, 132],
  ['Rue Servient', LYON_3, [45_760_200, 4_839_000], [45_760_900, 4_856_600], 2, 150],
  ['Rue Chaponnay', LYON_3, [45_758_300, 4_839_300], [45_759_000, 4_852_000], 1, 110],
  ['Rue Mazenod', LYON_3, [45_757_400, 4_839_600], [45_758_300, 4_853_600], 3, 112],
  ['Rue de la Part Dieu', LYON_3, [45_756_400, 4_839_800], [45_757_700, 4_852_600], 1, 90],
  ['Rue Paul Bert', LYON_3, [45_755_500, 4_845_000], [45_757_300, 4_876_500], 7, 320],
  ['Cours Gambetta', LYON_3, [45_752_200, 4_840_200], [45_751_000, 4_858_400], 1, 130],
  ['Avenue Félix Faure', LYON_3, [45_752_900, 4_846_800], [45_754_300, 4_884_000], 6, 255],
  ['Rue Antoine Charial', LYON_3, [45_759_900, 4_861_900], [45_760_800, 4_880_500], 2, 130],
  ['Rue du Docteur Rebatel', LYON_3, [45_751_300, 4_872_000], [45_751_900, 4_881_000], 1, 60],
  ['Avenue Lacassagne', LYON_3, [45_751_900, 4_868_000], [45_745_800, 4_889_000], 1, 180],
  ['Cours Albert Thomas', LYON_3, [45_749_900, 4_856_500], [45_745_300, 4_882_500], 3, 160],
  ['Rue du Dauphiné', LYON_3, [45_753_600, 4_862_500], [45_753_000, 4_882_000], 1, 150],
  ['Rue Saint-Antoine', LYON_3, [45_757_800, 4_861_000], [45_758_200, 4_866_200], 1, 40],
  ["Rue de l'Est", LYON_3, [45_758_900, 4_868_200], [45_759_100, 4_872_600], 1, 36],
  ['Rue Rabelais', LYON_3, [45_763_300, 4_840_500], [45_763_700, 4_850_500], 3, 70],
  ['Rue Moncey', LYON_3, [45_756_500, 4_843_200], [45_762_000, 4_848_800], 2, 140],
  ['Avenue Georges Pompidou', LYON_3, [45_758_400, 4_861_900], [45_757_700, 4_876_500], 4, 110],
  ['Rue Danton', LYON_3, [45_756_800, 4_857_300], [45_757_200, 4_860_200], 1, 30],
  ['Rue du Docteur Bouchut', LYON_3, [45_761_600, 4_853_500], [45_761_900, 4_856_400], 5, 35],
  ['Rue Claudius Penet', LYON_3, [45_748_900, 4_860_800], [45_749_600, 4_867_000], 1, 50],
  ['Cours de la Liberté', LYON_3, [45_764_700, 4_838_700], [45_753_300, 4_840_000], 1, 112],
  ['Rue Molière', LYON_3, [45_764_900, 4_841_000], [45_757_600, 4_841_900], 1, 80],
  ['Rue Pierre Corneille', LYON_3, [45_765_000, 4_842_300], [45_753_400, 4_843_300], 60, 180],
  ['Rue Vendôme', LYON_3, [45_765_100, 4_843_600], [45_752_500, 4_844_700], 110, 260],
  ['Avenue de Saxe', LYON_3, [45_765_200, 4_845_000], [45_752_400, 4_846_100], 60, 250],
  ['Rue de Créqui', LYON_3, [45_765_300, 4_846_700], [45_752_300, 4_847_800], 100, 290],
  ['Rue Duguesclin', LYON_3, [45_765_400, 4_848_300], [45_752_200, 4_849_400], 110, 320],
  ['Rue Boileau', LYON_3, [45_765_600, 4_850_000], [45_752_100, 4_851_000], 110, 330],
  ['Rue Garibaldi', LYON_3, [45_765_700, 4_851_700], [45_749_500, 4_853_300], 130, 420],
  ['Boulevard Marius Vivier Merle', LYON_3, [45_765_500, 4_857_100], [45_752_900, 4_857_800], 4, 105],
  ['Rue Maurice Flandin', LYON_3, [45_765_400, 4_861_600], [45_753_500, 4_862_300], 2, 120],
  ['Rue Baraban', LYON_3, [45_766_100, 4_866_400], [45_754_400, 4_867_900], 5, 140],
  ['Rue Ferdinand Buisson', LYON_3, [45_754_700, 4_884_100], [45_746_300, 4_886_400], 1, 90],
  ['Rue Jeanne Hachette', LYON_3, [45_757_200, 4_871_600], [45_753_500, 4_872_500], 1, 48],
  ['Rue Étienne Richerand', LYON_3, [45_759_900, 4_869_200], [45_754_600, 4_870_100], 2, 70],
  ['Rue Villeroy', LYON_3, [45_757_700, 4_846_300], [45_754_200, 4_847_000], 1, 50],
  ['Rue Dunoir', LYON_3, [45_757_500, 4_847_400], [45_760_600, 4_847_200], 16, 82],
  ['Rue du Lac', LYON_3, [45_756_900, 4_853_500], [45_760_500, 4_853_200], 2, 64],
  ['Rue Meynis', LYON_3, [45_749_700, 4_859_700], [45_753_400, 4_860_300], 1, 40],
  ['Rue Trarieux', LYON_3, [45_754_300, 4_876_400], [45_748_400, 4_877_600], 6, 90],
  ['Impasse Turquet', LYON_3, [45_760_900, 4_876_900], [45_761_700, 4_877_000], 1, 12],
  ['Place Guichard', LYON_3, [45_759_200, 4_847_500], [45_759_700, 4_848_400], 1, 20],
  ['Place Ronde', LYON_3, [45_751_400, 4_878_700], [45_751_700, 4_879_200], 1, 14],
  ['Place Aristide Briand', LYON_3, [45_752_600, 4_850_000], [45_753_000, 4_850_900], 1, 12],
  ['Cours Émile Zola', VILLEURBANNE, [45_770_700, 4_863_700], [45_769_300, 4_899_600], 1, 420],
  ['Cours Tolstoï', VILLEURBANNE, [45_763_300, 4_872_400], [45_759_700, 4_885_400], 2, 150],
  ['Avenue Henri Barbusse', VILLEURBANNE, [45_767_000, 4_878_200], [45_769_600, 4_880_000], 1, 60],
  ['Rue Anatole France', VILLEURBANNE, [45_768_800, 4_867_500], [45_767_500, 4_884_500], 2, 150],
  ['Rue Léon Blum', VILLEURBANNE, [45_759_500, 4_885_800], [45_757_000, 4_912_000], 1, 330],
  ['Rue Paul Verlaine', VILLEURBANNE, [45_766_800, 4_873_500], [45_768_900, 4_882_500], 10, 120],
  ['Rue Francis de Pressensé', VILLEURBANNE, [45_768_000, 4_885_600], [45_764_700, 4_902_500], 1, 200],
  ['Rue Michel Servet', VILLEURBANNE, [45_767_400, 4_880_800], [45_764_300, 4_881_600], 1, 50],
  ['Rue du 4 Août 1789', VILLEURBANNE, [45_760_500, 4_884_000], [45_766_300, 4_905_800], 2, 310],
  ['Cours de la République', VILLEURBANNE, [45_769_200, 4_871_300], [45_764_400, 4_879_800], 3, 110],
  ['Rue Jean Jaurès', VILLEURBANNE, [45_759_000, 4_877_000], [45_754_600, 4_884_600], 2, 110],
  ['Avenue Roger Salengro', VILLEURBANNE, [45_771_900, 4_875_000], [45_780_400, 4_889_800], 9, 280],
  ['Boulevard Eugène Réguillon', VILLEURBANNE, [45_763_300, 4_896_000], [45_768_900, 4_897_300], 1, 80],
  ['Route de Genas', VILLEURBANNE, [45_756_300, 4_876_700], [45_752_900, 4_914_000], 5, 290],
  ['Rue Frédéric Faÿs', VILLEURBANNE, [45_763_100, 4_893_500], [45_755_000, 4_896_000], 2, 120],
  ['Place Grandclément', VILLEURBANNE, [45_759_400, 4_886_200], [45_759_900, 4_887_000], 1, 24],
  ['Place Charles Hernu', VILLEURBANNE, [45_770_500, 4_862_700], [45_771_100, 4_864_000], 1, 16],
  ['Rue Colin', VILLEURBANNE, [45_763_800, 4_883_600], [45_767_100, 4_884_400], 1, 70],
  ['Impasse Amblard', VILLEURBANNE, [45_764_900, 4_889_600], [45_765_500, 4_889_700], 2, 10],
  ['Rue Hippolyte Kahn', VILLEURBANNE, [45_766_900, 4_882_800], [45_766_100, 4_890_200], 1, 90],
  ['Rue Racine', VILLEURBANNE, [45_766_100, 4_878_200], [45_767_700, 4_876_000], 3, 60],
  ['Avenue Aristide Briand', VILLEURBANNE, [45_766_000, 4_884_600], [45_766_600, 4_889_000], 1, 50],
  ['Rue de la Filature', VILLEURBANNE, [45_762_100, 4_898_800], [45_759_500, 4_899_300], 1, 40],
];

/**
 * Real streets of Lyon 3 and Villeurbanne. Positions are approximate, each street is taken for a
 * straight line, and the numbers are plausible: good enough to find an address and its zone in a
 * demonstration, not to ride by.
 */
export const demonstrationStreets: readonly DemonstrationStreet[] = ROWS.map(
  ([name, town, from, to, lowestNumber, highestNumber]) => ({
    name,
    ...town,
    from: { latitude: from[0], longitude: from[1] },
    to: { latitude: to[0], longitude: to[1] },
    lowestNumber,
    highestNumber,
  }),
);

/** Where a number stands, along the straight line of its street. Whole millionths of a degree. */
export function placeOfNumber(
  { from, to, lowestNumber, highestNumber }: DemonstrationStreet,
  number: number,
): Place {
  const along = (first: number, last: number) =>
    first + Math.round(((last - first) * (number - lowestNumber)) / (highestNumber - lowestNumber));
  return {
    latitude: along(from.latitude, to.latitude),
    longitude: along(from.longitude, to.longitude),
  };
}
