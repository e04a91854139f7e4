import { inject } from 'vitest';

/** The address of a database of the centre that nobody else has: migrated, empty, real. */
export async function aDatabase(): Promise<string> {
  const response = await fetch(inject('databases'));
  const said = await response.text();
  if (!response.ok) throw new Error(`no database: ${said}`);
  return said;
}
