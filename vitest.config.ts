import { defineConfig } from 'vitest/config';

// 2,000 runs of a property take their time on two cores; a hunt of 100,000 takes as long as it takes.
const timeout = process.env['GRAPH_PROPERTY_RUNS'] === undefined ? 120_000 : 0;

export default defineConfig({
  test: {
    include: ['{src-main,src-renderer,scripts,bench,torture}/**/*.test.{ts,tsx,mjs}'],
    // better-sqlite3 is a native module: a process a file keeps a crash to that file.
    pool: 'forks',
    // Node 24 aborted once among some hundred threads that tests had started and ended ("Check failed:
    // jit_page.has_value()"); others report it too, and keep it away by giving up this protection of compiled code.
    execArgv: ['--no-memory-protection-keys'],
    // The default leaves one core to the user, which on two cores means half the speed.
    maxWorkers: 2,
    setupFiles: ['torture/property-seed.ts'],
    testTimeout: timeout,
    hookTimeout: timeout,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/vitest.json' },
  },
});
