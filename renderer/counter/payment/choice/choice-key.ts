export type ChoiceActions = {
  readonly digits: (digits: string) => void;
  readonly erase: () => void;
  readonly card: () => void;
  readonly cash: () => void;
  readonly later: () => void;
  /** Absent while nothing is typed: Enter then belongs to the key that has the focus. */
  readonly enter: (() => void) | undefined;
};

/** What a key of the keyboard does in the payment sheet; false where it does nothing there. */
export function choiceKey(key: string, actions: ChoiceActions): boolean {
  if (/^\d$/.test(key)) {
    actions.digits(key);
    return true;
  }
  switch (key.toLowerCase()) {
    case 'backspace':
      actions.erase();
      return true;
    case 'c':
      actions.card();
      return true;
    case 'e':
      actions.cash();
      return true;
    case 'p':
      actions.later();
      return true;
    case 'enter':
      actions.enter?.();
      return actions.enter !== undefined;
    default:
      return false;
  }
}
