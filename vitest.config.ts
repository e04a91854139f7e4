import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest asks for a default export.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // Starts nothing until a test asks for a database.
    globalSetup: ['tests/world/postgres-on-demand.ts'],
    pool: 'forks',
    // One more than the two cores: four tenths of the time is spent waiting for devices that are slow on purpose.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A state is waited for as long as a test is: machines are shared.
    expect: { poll: { timeout: 30_000 } },
  },
});
