// `npm run test:package`: the main job and the security checklist, end to end, against the packed app.
import { prepareApp } from '../setup/app-runtime.mjs';
import { packageApp } from './package.mjs';
import { runPlaywright } from './test.mjs';

/**
 * The build under test is the one that people get but for one fuse, see
 * docs/decisions/0004-packed-app-tests.md.
 * @type {import('../run.mjs').Task}
 */
export async function run(host, args) {
  const app = await prepareApp(host);
  try {
    const executable = await packageApp(host, { output: 'out/under-test', inspectable: true });
    const env = { ...app.env, ACQUAINT_EXECUTABLE: executable };
    return await runPlaywright(host, env, args.length === 0 ? ['main-job', 'security'] : args);
  } finally {
    app.stop();
  }
}
