/**
 * Six digits at the start and four at the end are the most that may be kept (PCI DSS 3.4.1); what is
 * between becomes `#`, whatever the terminal sent. Short numbers keep their last four only.
 */
export function maskNumber(value: string): string {
  const first = value.length > 12 ? 6 : 0;
  const last = Math.max(first, value.length - 4);
  return Array.from(value, (character, at) =>
    at >= first && at < last && /\d/.test(character) ? '#' : character,
  ).join('');
}
