import { demonstrationStreets, placeOfNumber } from './addresses/streets.ts';

/** Demonstration data: people who do not exist, at streets that do. */
export type DemonstrationCustomer = {
  readonly customerId: string;
  readonly name: string;
  readonly phones: string[];
  readonly addresses: {
    readonly addressId: string;
    readonly label?: string;
    readonly street: string;
    readonly postcode: string;
    readonly city: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly floor?: string;
    readonly doorCode?: string;
    readonly intercom?: string;
    readonly meetingPoint?: string;
  }[];
  readonly note?: string;
};

/** As many as a store gathers in its first weeks. */
export const DEMONSTRATION_CUSTOMERS = 300;

const FIRST_NAMES = (
  'Adèle Adrien Agathe Alice Amandine Amina Anaïs Antoine Arthur Aurélie Baptiste Bastien Benoît ' +
  'Camille Caroline Cécile Céline Chloé Claire Clément Corentin Damien David Delphine Denis Élodie ' +
  'Émilie Emma Éric Estelle Étienne Fabien Fanny Farid Fatima Florence Florian François Gabriel ' +
  'Gaëlle Guillaume Hélène Hugo Ibrahim Ingrid Inès Jade Jean Jérôme Jeanne Joël Jules Julie Karim ' +
  'Karine Kévin Khadija Laurent Léa Léo Lina Louis Louise Lucas Lucie Madeleine Malik Manon Marc ' +
  'Margaux Marion Mathilde Maxime Mélanie Mickaël Mohamed Nadège Naïma Nathan Nicolas Noémie Olivier ' +
  'Océane Pascal Paul Pauline Pierre Quentin Rachid Raphaël Romain Rose Samira Samuel Sandrine Sarah ' +
  'Simon Solène Sophie Sylvain Thibault Thomas Valérie Victor Vincent Yacine Yann Zoé'
).split(' ');
const LAST_NAMES = (
  'Abadie Aubert Bailly Barbier Baron Benali Benoît Berger Bernard Bertrand Besson Blanc Boucher ' +
  'Boulanger Bourgeois Boyer Brunet Carpentier Caron Chevalier Clément Colin Collet Coste Cousin Da-Silva ' +
  'David Delmas Deschamps Diallo Dubois Duchemin Dufour Dumas Dupont Dupuis Durand Étienne Fabre ' +
  'Faure Fernandez Ferrand Fontaine Fournier Gaillard Garcia Garnier Gauthier Gérard Girard Giraud ' +
  'Grondin Guérin Guillot Haddad Henry Hubert Jacquet Joly Kaya Lacroix Lambert Laurent Leblanc ' +
  'Leclerc Lefèvre Legrand Lemaire Lemoine Leroux Leroy Lopez Lucas Mallet Marchand Martel Martin ' +
  'Martinez Masson Mathieu Mercier Meunier Meyer Michel Monnier Moreau Morel Moulin Muller Nguyen ' +
  'Nicolas Noël Ollivier Paris Pelletier Pereira Perret Perrin Petit Philippe Picard Pichon Poirier ' +
  'Prévost Renard Renaud Rey Richard Rivière Robert Robin Roche Rodriguez Rolland Rousseau Roussel ' +
  'Roux Royer Sanchez Schmitt Simon Tessier Thomas Traoré Tran Vasseur Vidal Vincent Weber'
).split(' ');
const MEETING_POINTS = [
  'Hall B, ascenseur du fond',
  'Portail vert après le parking',
  'Appeler en arrivant',
  'Loge du gardien',
];
const NOTES = ['Sonner deux fois', 'Allergie : fruits à coque', 'Préfère bien cuit', 'Étudiant'];

/**
 * That many invented customers, always the same for a seed, with plausible French names, numbers and
 * addresses in Lyon 3 and Villeurbanne. Mobile numbers are drawn by chance: nothing ever dials them.
 * Some share a number, as families do. Takes some 7 µs a customer.
 */
export function inventedCustomers(count: number, seed = 1): DemonstrationCustomer[] {
  const random = generator(seed);
  const customers: DemonstrationCustomer[] = [];
  for (let index = 0; index < count; index += 1) {
    const customer = inventOne(random, index);
    const parent = customers[index - 1];
    const isFamily = parent !== undefined && random(25) === 0;
    customers.push(isFamily ? { ...customer, phones: [...parent.phones] } : customer);
  }
  return customers;
}

type Random = (below: number) => number;

function inventOne(random: Random, index: number): DemonstrationCustomer {
  // The numbers of the overseas begin with 062, 063 and 069; 04 65 71 is kept for fiction (ARCEP).
  const mobile = `0${6 + random(2)}${4 + random(5)}${digits(random, 7)}`;
  const phones = random(6) === 0 ? [mobile, `046571${digits(random, 4)}`] : [mobile];
  const addresses = random(8) === 0 ? 2 : 1;
  return {
    customerId: idOf(1, index),
    name: `${pick(random, FIRST_NAMES)} ${pick(random, LAST_NAMES)}`,
    phones,
    addresses: Array.from({ length: addresses }, (_, place) =>
      inventAddress(random, idOf(2 + place, index), place),
    ),
    ...(random(20) === 0 ? { note: pick(random, NOTES) } : {}),
  };
}

function inventAddress(random: Random, addressId: string, place: number) {
  const street = pick(random, demonstrationStreets);
  const number = street.lowestNumber + random(street.highestNumber - street.lowestNumber + 1);
  return {
    addressId,
    ...(place === 1 ? { label: 'Travail' } : {}),
    street: `${number} ${street.name}`,
    postcode: street.postcode,
    city: street.city,
    ...placeOfNumber(street, number),
    ...(random(2) === 0 ? { floor: `${1 + random(7)}e étage` } : {}),
    ...(random(3) === 0 ? { doorCode: `${digits(random, 4)}${pick(random, ['A', 'B'])}` } : {}),
    ...(random(4) === 0 ? { intercom: pick(random, LAST_NAMES) } : {}),
    ...(random(12) === 0 ? { meetingPoint: pick(random, MEETING_POINTS) } : {}),
  };
}

/** A UUID that says by itself that it was made up. */
function idOf(kind: number, index: number): string {
  return `0de30000-000${kind}-4000-8000-${index.toString(16).padStart(12, '0')}`;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random(10))).join('');
}

function pick<Item>(random: Random, items: readonly [Item, ...Item[]] | readonly Item[]): Item {
  // The lists above are not empty.
  return items[random(items.length)] as Item;
}

/** Numbers below a bound from a seed (xorshift of 32 bits): the same everywhere and always. */
function generator(seed: number): Random {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
