import { prepareApp } from '../setup/app-runtime.mjs';
import { passOn } from '../setup/pass-on.mjs';

/**
 * `npm start [-- arguments for the app]`: opens the app.
 * @type {import('../run.mjs').Task}
 */
export async function run(host, args) {
  const app = await prepareApp(host);
  if (app.isVirtual) {
    host.say(
      'There is no display here (DISPLAY and WAYLAND_DISPLAY are not set): Acquaint runs on a virtual one ' +
        'that nobody sees. Press Ctrl+C to end it.',
    );
  }
  try {
    return await passOn(app.electron, [...app.args, host.root, ...args], app.env, host.root);
  } finally {
    app.stop();
  }
}
