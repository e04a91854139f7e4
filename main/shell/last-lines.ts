import type { NodeProcess } from './electron-api.ts';

/** Enough for a message and its stack. */
const LINES_KEPT = 20;
const LINE_MAX = 500;

/**
 * Reads what a process prints, line by line, for the log, and keeps its last words: on a crash they
 * are the reason. Returns these words as one text.
 */
export function lastLines(
  child: Pick<NodeProcess, 'stdout' | 'stderr'>,
  onLine: (line: string) => void,
): () => string {
  const kept: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = (lines.pop() ?? '').slice(0, LINE_MAX);
      for (const line of lines) {
        if (line.trim() === '') continue;
        const short = line.slice(0, LINE_MAX);
        kept.push(short);
        if (kept.length > LINES_KEPT) kept.shift();
        onLine(short);
      }
    });
  }
  return () => kept.join('\n');
}
