import { writeSync } from 'node:fs';
import { makeCalls, openStore } from './history.ts';

/*
 * The process that is killed: makes the calls one after another and writes each one's number when its answer is
 * there. Runs until it is killed or done.
 */

const [path = '', seed = '0', count = '0'] = process.argv.slice(2);
const store = openStore(path);
writeSync(1, 'ready\n');
let done = 0;
for (const call of makeCalls(Number(seed), Number(count))) {
  // oxlint-disable-next-line no-await-in-loop -- one after another is the point
  await store.dispatch(call.path, call.input);
  done++;
  writeSync(1, `${done}\n`);
}
store.close();
