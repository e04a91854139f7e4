/** SQLite could not carry out a statement for the sake of the disk or the file: it may do so later. */
export function isSqliteFault(fault: unknown): boolean {
  return codeOf(fault).startsWith('SQLITE_');
}

/** Nothing was written: SQLite undoes a transaction for which there is no room. */
export function isDiskFull(fault: unknown): boolean {
  return codeOf(fault) === 'SQLITE_FULL';
}

function codeOf(fault: unknown): string {
  const { code } = (fault ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
