import { useCallback, useEffect, useState } from 'react';

/** Long enough to be read twice. */
const SHOWN_MS = 5_000;

/** One sentence for a moment, over nothing that is needed. */
export function useNotice(): {
  readonly notice: string | undefined;
  readonly say: (sentence: string) => void;
} {
  const [notice, setNotice] = useState<{ readonly sentence: string } | undefined>(undefined);
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(() => setNotice(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const say = useCallback((sentence: string) => setNotice({ sentence }), []);
  return { notice: notice?.sentence, say };
}
