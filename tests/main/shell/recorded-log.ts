import type { Log } from '#main/shell/log.ts';

export type RecordedLog = Log & {
  readonly lines: { readonly level: string; readonly sentence: string; readonly fields: object }[];
};

export function recordedLog(): RecordedLog {
  const lines: RecordedLog['lines'] = [];
  const write = (level: string) => (fields: object, sentence: string) =>
    void lines.push({ level, sentence, fields });
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}
