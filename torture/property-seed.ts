/**
 * Loaded before every test file (vitest.config.ts). CI draws the same cases for every property each time, so that a red
 * run is the fault of what was changed, and can be run again. The hunts draw new ones: `npm run torture`, which tries
 * more of everything, and GRAPH_PROPERTY_RUNS (docs/graph.md). See docs/decisions/0049-properties-from-a-fixed-seed.md.
 */
import fc from 'fast-check';

const isHunt = ['TORTURE', 'GRAPH_PROPERTY_RUNS'].some((name) => process.env[name] !== undefined);
if (!isHunt) fc.configureGlobal({ seed: 20_261_126 });
