import { inCodePage } from '../code-page.ts';
import type { CodeTable } from '../profile.ts';

/** What the operator compares with the model on the screen. */
export const CALIBRATION_SAMPLE = 'é è ê à ç ù œ Œ € … À É';

/** A line as the right printer shows it: `1  é è ê … €`. Spelled out where the page lacks a letter. */
export function calibrationLine(line: number, table: CodeTable): string {
  return `${line}  ${inCodePage(CALIBRATION_SAMPLE, table.page)}`;
}
