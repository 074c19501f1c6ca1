// `npm run test:package`: the main job and the security checklist, end to end, against the packed app.
import { prepareApp } from '../setup/app-runtime.mjs';
import { packageApp } from './package.mjs';
import { runPlaywright } from './test.mjs';

/**
 * The build under test is the one that people get; one fuse of it is flipped afterwards, see
 * docs/decisions/0004-packed-app-tests.md. The fuses as they were before are told to the spec.
 * @type {import('../run.mjs').Task}
 */
export async function run(host, args) {
  const app = await prepareApp(host);
  try {
    const executable = await packageApp(host, { output: 'out/under-test' });
    // only now: what is installed may have been installed by this very command
    const { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } = await import(
      '@electron/fuses'
    );
    const shipped = await getCurrentFuseWire(executable);
    await flipFuses(executable, {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    const env = {
      ...app.env,
      ACQUAINT_EXECUTABLE: executable,
      ACQUAINT_SHIPPED_FUSES: JSON.stringify(shipped),
    };
    return await runPlaywright(
      host,
      env,
      args.length === 0 ? ['main-job', 'security', 'no-network', 'scan'] : args,
    );
  } finally {
    app.stop();
  }
}
