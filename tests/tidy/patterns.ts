/**
 * What must not stand in the sources, as patterns over one line. Words that would find themselves
 * here are put together from pieces.
 */

/** A debt without the initials of who took it. */
export const DEBT = new RegExp(
  `//.*\\b(${'TO'}${'DO'}(?!\\([A-Z]{2,3}\\))|${'FIX'}${'ME'}|${'XX'}${'X'})(?![A-Za-z])`,
);

/** Paths of a developer's machine, and names of things that a clone does not have. */
export const FOREIGN = new RegExp(
  [
    ...['work', 'root', 'farm', 'home'].map((name) => `(^|[\\s'"\`(=:])/${name}/[a-z.]`),
    ...[`(^|[^a-z-])share${'d'}/`, `registry\\.npm${'js'}`, `deb\\.debian${'\\.'}org`],
    ...[`\\.libra${'ry'}\\b`, `before-${'stop'}`],
  ].join('|'),
);

/** An amount that passes through a fraction; amounts are integer cents. */
export const FRACTION =
  /\bparseFloat\b|\.toFixed\(|[*/] ?100(?![\d_.])|\bNumber\([^)]*\) ?\/ ?10|[*/] ?0?\.\d/;

/** The present moment, asked of the machine. */
export const PRESENT = /new Date\(\s*\)|(^|[^.\w])Date\(\s*\)/;

/** Electron loaded by name, past the fence of the linter. */
export const ELECTRON_DETOUR = new RegExp(`(require|resolve)\\(['"]elect${'ron'}(/[^'"]*)?['"]\\)`);

/** A test that does not run, or that keeps the others from running. */
export const LEFT_OUT = /\b(test|it|describe)\.(skip|only|todo|skipIf|runIf)\b/;

/** A file that hands on what another exports. */
export const HANDED_ON = /^export (\*|\{[^}]*\}) .*from /;

/** A rule switched off, or the compiler told to look away. */
export const SILENCED = /(oxlint|eslint)-disable|@ts-(ignore|expect-error|nocheck)/;
/** … on one line, one rule, with the reason. */
export const EXPLAINED = /oxlint-disable-(next-)?line [a-z/-]+ -- \S+/;
