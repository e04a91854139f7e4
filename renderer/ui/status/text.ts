import type { Text } from '../settings/settings.tsx';

const fr = {
  title: 'État du magasin',
  works: 'Ça marche',
  waits: 'Ça attend',
  nothingWaits: 'Rien n’attend.',
  upToDate: 'À jour',
  offline: 'Hors ligne',
  waiting: (count: number) => `En attente ${count}`,
  kept: (count: number) => `${count} en attente`,
  actionBoth: 'Action requise · Imprimante et TPE',
  actionPrinter: 'Action requise · Imprimante',
  actionTerminal: 'Action requise · TPE',
  actionCentre: 'Magasin à relier',
  actionSetAside: 'Caisse mise de côté',
  worksSelling: 'Commandes, cuisine, encaissement et clients\u202f: tout se fait dans le magasin.',
  worksPrinting: 'Impression des tickets.',
  worksCard: 'Paiement par carte.',
  worksCentre: 'Le siège reçoit les ventes en direct.',
  worksScreen: 'La commande affichée reste à l’écran.',
  waitsCentre: (count: number) =>
    count === 0
      ? 'Le siège est injoignable\u202f: les ventes partiront dès son retour.'
      : `Le siège est injoignable\u202f: ${count} ${count === 1 ? 'écriture partira' : 'écritures partiront'} dès son retour, une seule fois.`,
  waitsSending: (count: number) =>
    `${count} ${count === 1 ? 'écriture est' : 'écritures sont'} en route vers le siège.`,
  waitsEnrolment:
    'Ce magasin n’est pas encore relié au siège\u202f: le responsable doit saisir son code.',
  waitsSetAside:
    'Le siège a mis cette caisse de côté\u202f: deux journaux se contredisent. Appelez le support.',
  waitsNode:
    'L’écran a perdu la caisse (réseau du magasin ou programme arrêté). Il la cherche sans arrêt.',
  waitsPrinter: (detail: string) =>
    `Imprimante\u202f: ${detail}. Les tickets demandés sortiront ensuite.`,
  waitsTerminal: (detail: string) =>
    `TPE\u202f: ${detail}. Les espèces et le paiement plus tard marchent.`,
  noDetail: 'ne répond pas',
};

export const pillText: Text<typeof fr> = {
  fr,
  en: {
    title: 'State of the store',
    works: 'It works',
    waits: 'It waits',
    nothingWaits: 'Nothing waits.',
    upToDate: 'Up to date',
    offline: 'Offline',
    waiting: (count) => `Waiting ${count}`,
    kept: (count) => `${count} waiting`,
    actionBoth: 'Action needed · Printer and terminal',
    actionPrinter: 'Action needed · Printer',
    actionTerminal: 'Action needed · Card terminal',
    actionCentre: 'Store to be linked',
    actionSetAside: 'Till set aside',
    worksSelling: 'Orders, kitchen, payment and customers: all is done in the store.',
    worksPrinting: 'Receipts are printed.',
    worksCard: 'Cards are taken.',
    worksCentre: 'Head office sees sales live.',
    worksScreen: 'The order on this screen stays on it.',
    waitsCentre: (count) =>
      count === 0
        ? 'Head office cannot be reached: sales will leave as soon as it is back.'
        : `Head office cannot be reached: ${count} ${count === 1 ? 'entry' : 'entries'} will leave as soon as it is back, once.`,
    waitsSending: (count) =>
      `${count} ${count === 1 ? 'entry is' : 'entries are'} on the way to head office.`,
    waitsEnrolment: 'This store is not linked to head office yet: the manager must enter its code.',
    waitsSetAside:
      'Head office has set this till aside: two journals contradict each other. Call support.',
    waitsNode:
      'This screen has lost the till (store network, or the program stopped). It keeps looking.',
    waitsPrinter: (detail) => `Printer: ${detail}. Receipts asked for will come out afterwards.`,
    waitsTerminal: (detail) => `Card terminal: ${detail}. Cash and payment later work.`,
    noDetail: 'does not answer',
  },
};
