import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeCalls, openStore } from './history.ts';

/*
 * Makes the calls one after another and a backup after every tenth, and writes the number of each call, and of each backup
 * how many calls were before it. Runs until it is killed or done.
 */

const [path = '', backups = '', seed = '0', count = '0'] = process.argv.slice(2);
const store = openStore(path);
let done = 0;
for (const call of makeCalls(Number(seed), Number(count))) {
  // oxlint-disable-next-line no-await-in-loop -- one after another is the point
  await store.dispatch(call.path, call.input);
  done++;
  if (done % 10 === 0) {
    const target = join(backups, `${done}.acquaint`);
    // oxlint-disable-next-line no-await-in-loop -- between two of them
    const backup = await store.dispatch('files.backup', { path: target });
    if (!backup.ok) throw new Error(backup.error.message);
    writeSync(1, `backup ${done}\n`);
  }
  writeSync(1, `${done}\n`);
}
store.close();
