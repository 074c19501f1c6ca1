// `npm run package`: the app as a folder that runs without Node or npm, out/linux-unpacked.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ensureElectron, findElectron } from '../setup/electron-runtime.mjs';
import { SetupError } from '../setup/host.mjs';
import { withSetupLock } from '../setup/setup-lock.mjs';
import { buildIfNeeded } from './build.mjs';

/** @typedef {import('../setup/host.mjs').Host} Host */

/** @type {import('../run.mjs').Task} */
export async function run(host) {
  host.say(`Packed: ${await packageApp(host, { output: 'out' })}`);
  return 0;
}

/**
 * @param {Host} host
 * @param {{ output: string }} options the folder to pack into
 * @returns {Promise<string>} path of the executable
 * @throws {SetupError} when electron-builder fails
 */
export async function packageApp(host, options) {
  if (host.platform !== 'linux') {
    throw new SetupError("Only the Linux app is packed so far: run 'npm run package' on Linux.");
  }
  const electron =
    findElectron(host) ?? (await withSetupLock(host, () => ensureElectron(host, host.nodePath)));
  await buildIfNeeded(host);
  const output = path.join(host.root, options.output);
  rmSync(output, { recursive: true, force: true });
  const { build } = await import('electron-builder');
  try {
    await build({
      projectDir: host.root,
      publish: 'never',
      dir: true,
      config: {
        extends: 'electron-builder.yml',
        directories: { output },
        // The runtime that is already here, so that nothing is downloaded.
        electronDist: path.dirname(electron),
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(`The app could not be packed: ${reason}`);
  }
  return path.join(output, 'linux-unpacked', 'acquaint');
}
