export type Addresses = {
  readonly centre: { readonly url: string; readonly email: string; readonly password: string };
  readonly stores: readonly {
    readonly name: string;
    readonly counter: string;
    readonly kitchen: string;
    readonly printer: string;
    readonly terminal: string;
    /** What the customer sees while they order. */
    readonly display: string;
    readonly phone: string;
    /** The page with all three simulators. */
    readonly simulators: string;
  }[];
};

/** Where everything is, for the person who started it. */
export function addressTable({ centre, stores }: Addresses): string {
  const lines = stores.flatMap((store) => [
    '',
    store.name,
    `  Caisse       ${store.counter}`,
    `  Cuisine      ${store.kitchen}`,
    `  Client       ${store.display}`,
    `  Imprimante   ${store.printer}`,
    `  Terminal     ${store.terminal}`,
    `  Téléphone    ${store.phone}`,
    `  Simulateurs  ${store.simulators}`,
  ]);
  return [
    ...lines,
    '',
    'Siège',
    `  En direct    ${centre.url}/head-office/`,
    `  Connexion    ${centre.email}   mot de passe ${centre.password}`,
    '',
  ].join('\n');
}
