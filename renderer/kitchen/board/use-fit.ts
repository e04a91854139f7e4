import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Shares of the type of a ticket, tried in turn until every line is seen. */
const STEPS = [1, 0.92, 0.84, 0.76, 0.68, 0.6] as const;

/**
 * Makes the type of an element smaller until nothing of it is cut off. The layout of a ticket is an
 * estimate from its words; a line that nobody sees is a pizza that nobody makes, so it is measured
 * in the end: once when the content changes, and when the element gets another size.
 */
export function useFit<E extends HTMLElement>(content: unknown): RefObject<E | null> {
  const element = useRef<E>(null);
  useLayoutEffect(() => {
    const list = element.current;
    if (list !== null) fit(list);
  }, [content]);
  useLayoutEffect(() => {
    const list = element.current;
    if (list === null) return undefined;
    const watcher = new ResizeObserver(() => fit(list));
    watcher.observe(list);
    return () => watcher.disconnect();
  }, []);
  return element;
}

function fit(list: HTMLElement): void {
  for (const step of STEPS) {
    list.style.setProperty('--fit', String(step));
    if (list.scrollHeight <= list.clientHeight && list.scrollWidth <= list.clientWidth) return;
  }
}
