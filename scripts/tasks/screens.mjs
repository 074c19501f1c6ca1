// `npm run screens`: pictures of every page, light and dark, narrow and wide, into docs/screens.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { prepareApp } from '../setup/app-runtime.mjs';
import { runPlaywright } from './test.mjs';

/** @type {import('../run.mjs').Task} */
export async function run(host) {
  const folder = path.join('docs', 'screens');
  // a page that is gone must not leave its picture behind
  rmSync(path.join(host.root, folder), { recursive: true, force: true });
  const app = await prepareApp(host);
  try {
    return await runPlaywright(host, { ...app.env, ACQUAINT_SCREENS: folder }, ['screens']);
  } finally {
    app.stop();
  }
}
