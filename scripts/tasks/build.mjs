// Builds the app into dist/ with three Vite configurations (main, preload, renderer), unless dist/ was
// built from these very sources.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setup/host.mjs';
import { withSetupLock } from '../setup/setup-lock.mjs';

/** @typedef {import('../setup/host.mjs').Host} Host */

const CONFIGS = ['vite.main.config.ts', 'vite.preload.config.ts', 'vite.renderer.config.ts'];
const OUTPUTS = [
  'main/main.js',
  'main/store.js',
  'main/store-thread.js',
  'main/graph-thread.js',
  'main/loading-thread.js',
  'main/copy-thread.js',
  'preload/preload.cjs',
  'renderer/index.html',
  'migrations',
];
const SOURCES = [
  'src-main',
  'src-renderer',
  'migrations',
  'scripts',
  'package-lock.json',
  'tsconfig.base.json',
];
const STAMP = '.built-from';

/**
 * `npm run build`, and the first step of start, test and package.
 * @param {Host} host
 * @returns {Promise<number>}
 */
export async function run(host) {
  await buildIfNeeded(host);
  return 0;
}

/**
 * @param {Host} host
 * @throws {SetupError} when the sources do not build
 */
export async function buildIfNeeded(host) {
  if (isBuiltFrom(host.root, hashSources(host.root))) return;
  await withSetupLock(host, async () => {
    const sources = hashSources(host.root);
    if (isBuiltFrom(host.root, sources)) return;
    host.say('Building the app ...');
    await build(host.root);
    // Written last, so that a build that was interrupted is done again.
    writeFileSync(path.join(host.root, 'dist', STAMP), sources);
  });
}

/** @param {string} root */
async function build(root) {
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  const { build: viteBuild } = await import('vite');
  for (const config of CONFIGS) {
    try {
      await viteBuild({ configFile: path.join(root, 'scripts', config), logLevel: 'warn' });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new SetupError(`The app does not build (scripts/${config}): ${reason}`);
    }
  }
  cpSync(path.join(root, 'migrations'), path.join(root, 'dist', 'migrations'), { recursive: true });
}

/**
 * @param {string} root
 * @param {string} sources
 */
function isBuiltFrom(root, sources) {
  const dist = path.join(root, 'dist');
  if (!OUTPUTS.every((output) => existsSync(path.join(dist, output)))) return false;
  const stamp = path.join(dist, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
}

/**
 * SHA-256 over names and contents of everything that the build reads, tests left out. Contents rather
 * than dates: those change with every checkout.
 * @param {string} root
 * @returns {string}
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of listFiles(path.join(root, source))) {
      if (/\.test\.\w+$/.test(file)) continue;
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} place a file or a folder
 * @returns {string[]} the files, in order
 */
function listFiles(place) {
  if (!existsSync(place)) return [];
  if (path.extname(place) === '.json') return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
