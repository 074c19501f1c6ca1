// What every task that opens windows needs, in one call.
import { buildIfNeeded } from '../tasks/build.mjs';
import { lacksDisplay, startVirtualDisplay } from './display.mjs';
import { ensureElectron, findElectron } from './electron-runtime.mjs';
import { sandboxArguments } from './sandbox.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/** @typedef {import('./host.mjs').Host} Host */

/**
 * @typedef {object} AppRuntime
 * @property {string} electron path of the executable
 * @property {string[]} args what Electron must be told because of who runs it
 * @property {NodeJS.ProcessEnv} env with a display
 * @property {boolean} isVirtual whether nobody can see the windows
 * @property {() => void} stop ends the virtual display, if there is one
 */

/**
 * Electron, system libraries, the built app and a display.
 * @param {Host} host
 * @returns {Promise<AppRuntime>}
 * @throws {import('./host.mjs').SetupError}
 */
export async function prepareApp(host) {
  const isVirtual = lacksDisplay(host);
  ensureSystemLibraries(host, { virtualDisplay: isVirtual });
  const electron =
    findElectron(host) ?? (await withSetupLock(host, () => ensureElectron(host, host.nodePath)));
  const args = sandboxArguments(host, electron);
  await buildIfNeeded(host);
  const display = isVirtual ? await startVirtualDisplay(host) : { env: {}, stop: () => {} };
  const env = { ...host.env, ...display.env };
  // Set by some editors' terminals, it would turn Electron into a plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  return { electron, args, env, isVirtual, stop: display.stop };
}
