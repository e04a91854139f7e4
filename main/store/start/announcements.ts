/** What changed, told to whoever shows it. */
export type Announcements = {
  readonly announce: (topics: readonly string[]) => void;
  readonly onChanged: (listener: (topics: readonly string[]) => void) => () => void;
};

/** What changes in one turn of the event loop is told once, after the answers of that turn. */
export function announcements(): Announcements {
  const listeners = new Set<(topics: readonly string[]) => void>();
  const changed = new Set<string>();
  const tell = () => {
    const topics = [...changed];
    changed.clear();
    for (const listener of listeners) listener(topics);
  };
  return {
    announce(topics) {
      if (topics.length === 0) return;
      if (changed.size === 0) setImmediate(tell);
      for (const topic of topics) changed.add(topic);
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
