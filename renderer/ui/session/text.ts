import type { Text } from '../settings/settings.tsx';
import { roleWords } from './role-words.ts';

const fr = {
  title: 'Qui est à la caisse\u202f?',
  locked: 'Caisse verrouillée',
  lockedHint: 'La commande en cours est gardée. Entrez votre code pour la retrouver.',
  pin: 'Votre code',
  pinOf: (name: string) => `Code de ${name}`,
  choose: 'Choisissez votre prénom, puis tapez votre code.',
  chooseFirst: 'Choisissez d’abord votre prénom.',
  enter: 'Entrer',
  nobody: 'Personne n’est encore inscrit dans ce magasin.',
  lockedUntil: (time: string) => `bloqué jusqu’à ${time}`,
  people: 'Équipe',
  initialHint: 'Au clavier : la première lettre du prénom, le code, Entrée.',
  demonstration: (pin: string) => `démonstration : ${pin}`,
  training: 'Formation',
  roles: roleWords.fr,
};

export const signInText: Text<typeof fr> = {
  fr,
  en: {
    title: 'Who is at the till?',
    locked: 'Till locked',
    lockedHint: 'The order being taken is kept. Enter your code to find it again.',
    pin: 'Your code',
    pinOf: (name: string) => `${name}’s code`,
    choose: 'Choose your name, then type your code.',
    chooseFirst: 'Choose your name first.',
    enter: 'Enter',
    nobody: 'Nobody is registered in this store yet.',
    lockedUntil: (time: string) => `blocked until ${time}`,
    people: 'Team',
    initialHint: 'On a keyboard: the first letter of your name, the code, Enter.',
    demonstration: (pin: string) => `demonstration: ${pin}`,
    training: 'Training',
    roles: roleWords.en,
  },
};
