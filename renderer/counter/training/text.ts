import type { Text } from '../../ui/settings/settings.tsx';
import type { ExerciseId } from './exercises.ts';

type Exercise = { readonly title: string; readonly goal: string };
type Exercises = Readonly<Record<ExerciseId, Exercise>>;

const exercises: Exercises = {
  'card-sale': { title: 'Vente par carte', goal: 'Vendez une pizza et encaissez-la par carte.' },
  'half-half': {
    title: 'Moitié-moitié',
    goal: 'Composez une pizza de deux moitiés et envoyez-la en cuisine.',
  },
  'known-call': {
    title: 'Appel d’un habitué',
    goal: 'Le téléphone sonne\u202f: répondez, refaites la dernière commande, validez.',
  },
  delivery: {
    title: 'Livraison',
    goal: 'Prenez une commande à livrer chez un client du fichier.',
  },
  cancel: {
    title: 'Annulation',
    goal: 'Envoyez une commande, puis annulez-la avec un motif.',
  },
  'network-cut': {
    title: 'Coupure réseau',
    goal: 'Internet est coupé\u202f: vendez quand même. Rien ne change pour vous.',
  },
};
const exercisesEnglish: Exercises = {
  'card-sale': { title: 'Card sale', goal: 'Sell a pizza and take the payment by card.' },
  'half-half': { title: 'Half and half', goal: 'Make a pizza of two halves and send it.' },
  'known-call': {
    title: 'A regular calls',
    goal: 'The phone rings: answer, repeat the last order, confirm.',
  },
  delivery: { title: 'Delivery', goal: 'Take an order to be delivered to a known customer.' },
  cancel: { title: 'Cancelling', goal: 'Send an order, then cancel it with a reason.' },
  'network-cut': {
    title: 'Network cut',
    goal: 'The internet is down: sell all the same. Nothing changes for you.',
  },
};

const fr = {
  mark: 'FORMATION',
  nothingIsReal: 'Rien n’est encaissé, imprimé ni compté.',
  exercises: 'Exercices',
  leave: 'Quitter la formation',
  stop: 'Arrêter l’exercice',
  start: 'Commencer',
  again: 'Refaire',
  passed: (seconds: number) => `réussi en ${seconds}\u202fs`,
  notYet: 'à faire',
  errors: (count: number) => `${count} erreur${count > 1 ? 's' : ''}`,
  well: (title: string) => `${title}\u202f:`,
  terminal: 'Le terminal répondra',
  answers: { accepted: 'accepté', declined: 'refusé', unreachable: 'injoignable' },
  ring: 'Faire sonner',
  next: 'Exercice suivant',
  all: 'Les six exercices sont réussis. Le responsable peut ouvrir la vraie caisse.',
  list: exercises,
};

export const trainingText: Text<typeof fr> = {
  fr,
  en: {
    mark: 'TRAINING',
    nothingIsReal: 'Nothing is charged, printed or counted.',
    exercises: 'Exercises',
    leave: 'Leave training',
    stop: 'Stop the exercise',
    start: 'Begin',
    again: 'Again',
    passed: (seconds: number) => `passed in ${seconds} s`,
    notYet: 'to do',
    errors: (count: number) => `${count} error${count === 1 ? '' : 's'}`,
    well: (title: string) => `${title}:`,
    terminal: 'The terminal will answer',
    answers: { accepted: 'accepted', declined: 'declined', unreachable: 'unreachable' },
    ring: 'Make it ring',
    next: 'Next exercise',
    all: 'All six exercises are passed. The manager can open the real till.',
    list: exercisesEnglish,
  },
};
