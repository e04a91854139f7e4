/** Resolves as soon as the condition holds: asked now and after every announcement, never by clock. */
export function until(
  announced: (listener: () => void) => () => void,
  condition: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    if (condition()) {
      resolve();
      return;
    }
    const stop = announced(() => {
      if (!condition()) return;
      stop();
      resolve();
    });
  });
}
