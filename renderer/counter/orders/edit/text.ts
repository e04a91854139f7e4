import type { Text } from '../../../ui/settings/settings.tsx';

const fr = {
  title: (number: number) => `Modifier la commande ${number}`,
  lines: 'Lignes de la commande modifiée',
  less: (name: string) => `Un de moins\u202f: ${name}`,
  more: (name: string) => `Un de plus\u202f: ${name}`,
  remove: (name: string) => `Retirer ${name}`,
  added: 'ajouté',
  changed: 'modifié',
  removed: 'Retirés',
  save: 'Enregistrer la modification',
  saveHint: 'La cuisine ne reçoit que la différence',
  nothing: 'Rien n’est changé',
  leave: 'Laisser la commande comme elle est',
  elsewhere: 'Cette commande a changé sur une autre caisse\u202f:',
  now: (line: string) => `maintenant\u202f: ${line}`,
  gone: (line: string) => `retiré\u202f: ${line}`,
  look: 'Reprendre sur la commande à jour',
  total: 'Nouveau total',
  merged: (total: string) =>
    `Une autre caisse a aussi changé cette commande\u202f: le total est maintenant de ${total}.`,
};

export type EditText = typeof fr;
export const editText: Text<EditText> = {
  fr,
  en: {
    title: (number) => `Change order ${number}`,
    lines: 'Lines of the changed order',
    less: (name) => `One less: ${name}`,
    more: (name) => `One more: ${name}`,
    remove: (name) => `Remove ${name}`,
    added: 'added',
    changed: 'changed',
    removed: 'Removed',
    save: 'Save the change',
    saveHint: 'The kitchen only gets the difference',
    nothing: 'Nothing is changed',
    leave: 'Leave the order as it is',
    elsewhere: 'This order was changed on another till:',
    now: (line) => `now: ${line}`,
    gone: (line) => `removed: ${line}`,
    look: 'Go on from the order as it is now',
    total: 'New total',
    merged: (total) => `Another till changed this order too: the total is now ${total}.`,
  },
};
