// `npm run torture [-- files]`: the trials of torture/ many times over. CI makes each once (`npm test`).
import { runUnit } from './test.mjs';

/** How many times as many trials as in CI; TORTURE in the environment says otherwise. */
const TIMES = '20';

/** @type {import('../run.mjs').Task} */
export const run = (host, args) => {
  const env = { TORTURE: TIMES, ...host.env };
  return runUnit({ ...host, env }, args.length === 0 ? ['torture'] : args);
};
