import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src-main,src-renderer,scripts,bench,torture}/**/*.test.{ts,tsx,mjs}'],
    // better-sqlite3 is a native module: a process a file keeps a crash to that file.
    pool: 'forks',
    // The default leaves one core to the user, which on two cores means half the speed.
    maxWorkers: 2,
    setupFiles: ['torture/property-seed.ts'],
    // 2,000 runs of a property take their time on two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/vitest.json' },
  },
});
