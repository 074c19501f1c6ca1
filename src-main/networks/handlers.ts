export { chainsHandlers } from './chains-handlers.ts';
export { overlapHandlers } from './overlap-handlers.ts';
export { reachHandlers } from './reach-handlers.ts';
