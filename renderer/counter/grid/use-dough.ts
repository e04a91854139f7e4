import { useState } from 'react';

/** The dough of the next pizzas. One chosen for a customer is not the dough of the next one. */
export function useDough(isEmpty: boolean) {
  const [doughId, setDough] = useState<string | undefined>(undefined);
  const [wasEmpty, setWasEmpty] = useState(isEmpty);
  if (isEmpty !== wasEmpty) {
    setWasEmpty(isEmpty);
    if (isEmpty) setDough(undefined);
  }
  return [doughId, setDough] as const;
}
