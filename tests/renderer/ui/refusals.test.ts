import { globSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { englishRefusals } from '#renderer/ui/refusals/english.ts';
import { frenchRefusals } from '#renderer/ui/refusals/french.ts';
import { refusalSentence } from '#renderer/ui/refusals/refusals.ts';

const NARROW_SPACE = '\u202f';

describe('refusals in words', () => {
  test('a refusal is said in the language of the screen', () => {
    expect(refusalSentence({ code: 'order.not-ready' }, 'fr')).toBe(
      'La commande n’est pas encore prête.',
    );
    expect(refusalSentence({ code: 'order.not-ready' }, 'en')).toBe('The order is not ready yet.');
  });

  test('a fault gives the number to read out to support', () => {
    expect(refusalSentence({ code: 'request.failed', detail: { id: 'k7' } }, 'fr')).toContain('k7');
  });

  test('a code nobody knows is said honestly, with the code', () => {
    expect(refusalSentence({ code: 'oven.too-cold' }, 'fr')).toContain('oven.too-cold');
    expect(refusalSentence({ code: 'toString' }, 'en')).toContain('toString');
  });

  test('whatever a store node refuses, a screen has a sentence for it', () => {
    const sources = globSync(['main/store/**/*.ts', 'main/gateway/*.ts', 'app/domain/**/*.ts']);
    const codes = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/code: '([a-z-]+\.[a-z-]+)'/g)].map(
        ([, code]) => code,
      ),
    );
    expect(codes.length).toBeGreaterThan(50);
    // The enrolment of a store answers on the command line.
    const said = codes.filter((code) => code !== undefined && !code.startsWith('enrol.'));
    expect(said.filter((code) => !Object.hasOwn(frenchRefusals, code ?? ''))).toEqual([]);
  });

  test('every sentence ends, and French ones have their narrow spaces', () => {
    for (const sentences of [frenchRefusals, englishRefusals]) {
      for (const sentence of Object.values(sentences)) {
        const written = typeof sentence === 'string' ? sentence : sentence({});
        expect(written).toMatch(/[.!?]$/);
      }
    }
    for (const sentence of Object.values(frenchRefusals)) {
      const written = typeof sentence === 'string' ? sentence : sentence({});
      expect(written).not.toMatch(new RegExp(`[^${NARROW_SPACE}][:;!?»]`));
    }
  });
});
