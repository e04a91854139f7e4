import { writeSync } from 'node:fs';

import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Ends a run with one plain line, `N passed, N failed`, after everything that others print. A run
 * that found no test, or left one out, has failed: nothing is skipped in silence.
 */
export default class PlainLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    }
    const left = counts.skipped + counts.pending;
    // Asking for tests by name (-t) leaves the others out on purpose.
    const isSelection = process.argv.some((flag) => /^(-t|--testNamePattern)/.test(flag));
    if (left > 0 && !isSelection) counts.failed += left;
    const isRed = counts.failed > 0 || counts.passed === 0;
    process.on('exit', () => {
      if (left > 0) writeSync(1, `${left} left out\n`);
      if (counts.passed + counts.failed === 0) writeSync(1, 'No test was found.\n');
      writeSync(1, `${counts.passed} passed, ${counts.failed} failed\n`);
      if (isRed) process.exitCode = 1;
    });
  }
}
