const WIDTH = 30;
/** Often enough to see it move, seldom enough to cost nothing. */
const REDRAW_MS = 100;

export type Progress = (title: string, done: number, total: number) => void;

/** Draws a bar on a terminal, and only whole steps elsewhere. */
export function progressBar(stream: NodeJS.WriteStream): Progress {
  let drawnAt = 0;
  return (title, done, total) => {
    const isLast = done === total;
    const now = performance.now();
    if (!isLast && (!stream.isTTY || now - drawnAt < REDRAW_MS)) return;
    drawnAt = now;
    const share = total === 0 ? 1 : done / total;
    const filled = Math.round(share * WIDTH);
    const bar = `${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}`;
    const line = `${title.padEnd(18)} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${done}/${total}`;
    stream.write(stream.isTTY ? `\r${line}${isLast ? '\n' : ''}` : `${line}\n`);
  };
}
