type Modules = readonly (readonly boolean[])[];

/** ISO/IEC 18004 §7.8.3: how hard a masked symbol is to read; the lowest wins. */
export function penaltyOf(modules: Modules): number {
  const columns = modules.map((_, x) => modules.map((row) => row[x] ?? false));
  const lines = [...modules, ...columns].map((row) =>
    row.map((dark) => (dark ? '1' : '0')).join(''),
  );
  const runs = lines.reduce((sum, line) => sum + runPenalty(line), 0);
  return runs + blockPenalty(modules) + balancePenalty(modules);
}

/** Runs of five and more of one colour, and what looks like a finder pattern. */
function runPenalty(line: string): number {
  const runs = Array.from(line.matchAll(/0{5,}|1{5,}/g), (match) => match[0].length - 2);
  const finders = line.match(/(?=10111010000|00001011101)/g)?.length ?? 0;
  return runs.reduce((sum, points) => sum + points, 0) + finders * 40;
}

function blockPenalty(modules: Modules): number {
  let blocks = 0;
  for (let y = 1; y < modules.length; y += 1) {
    for (let x = 1; x < modules.length; x += 1) {
      const corner = modules[y]?.[x];
      const isBlock =
        corner === modules[y - 1]?.[x] &&
        corner === modules[y]?.[x - 1] &&
        corner === modules[y - 1]?.[x - 1];
      if (isBlock) blocks += 1;
    }
  }
  return blocks * 3;
}

/** Ten points for each 5 % away from half dark. */
function balancePenalty(modules: Modules): number {
  const dark = modules.flat().filter(Boolean).length;
  const total = modules.length * modules.length;
  return Math.floor(Math.abs(dark * 20 - total * 10) / total) * 10;
}
