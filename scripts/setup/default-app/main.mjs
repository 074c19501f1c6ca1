// What `electron [-r module] <folder or file> [arguments]` starts first: it finds the app and hands
// over to it. Stands in for the default_app.asar of an official Electron, which the carrier lacks.
// A module, because Electron waits for its main module (with the awaits in it) before it gets ready,
// and an app must be able to register its schemes before that.
import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** @type {string[]} */
const preloaded = [];
/** @type {string | undefined} */
let target;
const args = process.argv.slice(1);
for (let at = 0; at < args.length && target === undefined; at++) {
  const arg = args[at] ?? '';
  if (arg === '-r' || arg === '--require') preloaded.push(args[++at] ?? '');
  else if (arg === '-v' || arg === '--version') {
    console.log(`v${process.versions['electron']}`);
    process.exit(0);
  } else if (!arg.startsWith('-')) target = arg;
}

// Playwright attaches itself this way.
const require = createRequire(import.meta.url);
for (const module of preloaded) require(path.resolve(module));

if (target === undefined) {
  console.error('Usage: electron [-r module] <folder of the app> [arguments]');
  app.exit(1);
} else {
  try {
    await start(path.resolve(target));
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}

/**
 * Methods that Electron has for this program and describes to nobody else.
 * @typedef {object} Undescribed
 * @property {(version: string) => void} setVersion
 * @property {(folder: string) => void} setAppPath
 */

/** @param {string} place */
async function start(place) {
  const { setVersion, setAppPath } = /** @type {Undescribed} */ (/** @type {unknown} */ (app));

  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const isFolder = statSync(place).isDirectory();
  const about = isFolder ? JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) : {};
  if (about.version) setVersion.call(app, about.version);
  if (about.productName || about.name) app.setName(about.productName || about.name);
  setAppPath.call(app, isFolder ? place : path.dirname(place));
  const file = isFolder ? path.join(place, about.main || 'index.js') : place;
  await import(pathToFileURL(file).href);
}
