// Who may import whom, and why. oxlint applies this through oxlint-plugin.mjs.
// (dependency-cruiser reads no module at all with TypeScript 7, and passes.)
import { isBuiltin } from 'node:module';
import path from 'node:path';

/**
 * A layer of the program. `own` are the layers whose modules it may import, itself always among
 * them; `types` those of which it may import types only; `packages` the npm packages, where
 * 'node' stands for Node's own modules and null for any that no layer is denied below.
 * @typedef {object} Layer
 * @property {string[]} own
 * @property {string[]} [types]
 * @property {string[] | null} packages
 * @property {string} why ends the sentence "... because"
 */

const FEATURE = 'a feature';
const BELOW = ['contract', 'book', 'graph', 'tables'];
const TRANSFER = ['transfer', 'transfer/handlers', 'transfer/apply'];

/** @type {Record<string, Layer>} */
const LAYERS = {
  contract: {
    own: [],
    packages: ['zod'],
    why: 'the contract is the boundary that both sides stand on: it rests on zod alone',
  },
  graph: {
    own: [],
    types: ['contract'],
    // pure computing too: communities are no algorithm to write again
    packages: ['graphology', 'graphology-communities-louvain'],
    why: 'the graph is pure computing on numbers: it is tested against an oracle and needs nothing else to run',
  },
  book: {
    own: ['contract'],
    types: ['graph'],
    packages: ['better-sqlite3', 'node'],
    why: 'the book lies below the features: it keeps the file and knows none of their rules',
  },
  tables: {
    own: ['contract', 'book', 'graph'],
    packages: null,
    why: 'tables holds the rows and rules that several features share: it lies below all of them',
  },
  [FEATURE]: {
    own: BELOW,
    packages: null,
    why: 'features do not know one another: what two of them need goes below both (tables, book, graph or contract)',
  },
  transfer: {
    own: BELOW,
    packages: null,
    why: 'reading a file must not be able to change the book: only transfer/apply*.ts reaches the features',
  },
  'transfer/handlers': {
    own: [...BELOW, ...TRANSFER],
    packages: null,
    why: 'imports are started here, and changed into people and ties in transfer/apply*.ts alone',
  },
  'transfer/apply': {
    own: [...BELOW, 'transfer', FEATURE],
    packages: null,
    why: 'imports are applied through the features, whoever starts them',
  },
  sample: {
    own: [...BELOW, ...TRANSFER, FEATURE],
    packages: null,
    why: 'the sample book is filled by the same code as a real one, and by nothing above it',
  },
  store: {
    own: [...BELOW, ...TRANSFER, FEATURE, 'sample'],
    packages: null,
    why: 'the core runs in plain Node, without a window: it must not need the shell or Electron',
  },
  shell: {
    own: [...BELOW, ...TRANSFER, FEATURE, 'sample', 'store'],
    packages: null,
    why: 'the main process serves the windows, which reach it through the contract and not as modules',
  },
  preload: {
    own: ['contract', 'shell'],
    packages: ['electron'],
    why: 'a sandboxed preload script can load nothing but electron and what is bundled into it, and should stay small',
  },
  renderer: {
    own: ['contract'],
    packages: null,
    why: 'the renderer knows the rest of the program only by its contract, and has no Node',
  },
};

/** Packages with one home; who may import them, and why nobody else. */
const DENIED = [
  {
    names: ['electron'],
    to: ['shell', 'preload'],
    why: 'only shell/*, main.ts and preload.ts touch Electron: everything else runs and is tested in plain Node',
  },
  {
    names: ['react', 'react-dom', '@mantine/*', '@tabler/*', '@tanstack/*'],
    to: ['renderer'],
    why: 'the interface is the renderer’s',
  },
];
const NOT_IN_THE_RENDERER = ['node', 'better-sqlite3'];

const TEST = /\.test\.tsx?$|\/testing\//;

/**
 * The layer of a module, or null where everything is free (e2e, bench, scripts).
 * @param {string} file relative to the root, with forward slashes
 * @returns {{ layer: string, folder: string } | null}
 */
function layerOf(file) {
  const [top = '', folder = '', ...rest] = file.split('/');
  if (top === 'src-renderer') return { layer: 'renderer', folder: top };
  if (top !== 'src-main') return null;
  if (rest.length === 0) {
    const layer = { 'main.ts': 'shell', 'preload.ts': 'preload' }[folder] ?? 'store';
    return { layer, folder: layer };
  }
  if (folder === 'cli') return { layer: 'store', folder };
  const part = folder === 'transfer' ? /^(apply|handlers)/.exec(rest[0] ?? '')?.[1] : undefined;
  if (part !== undefined) return { layer: `transfer/${part}`, folder };
  return { layer: Object.hasOwn(LAYERS, folder) ? folder : FEATURE, folder };
}

/**
 * @typedef {object} Import
 * @property {string} file the importing module, relative to the root, with forward slashes
 * @property {string} specifier what it names
 * @property {boolean} isType whether only types are imported
 */

/**
 * Why this import is not allowed, as a sentence; null if it is.
 * @param {Import} wanted
 * @returns {string | null}
 */
export function refuse({ file, specifier, isType }) {
  if (TEST.test(file)) return null;
  const from = layerOf(file);
  const layer = from === null ? undefined : LAYERS[from.layer];
  if (from === null || layer === undefined) return null;
  if (!specifier.startsWith('.')) return refusePackage(from.layer, layer, specifier);
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (TEST.test(target)) {
    return `${file} may not import ${target}, because that is there for tests and not part of the program.`;
  }
  const to = layerOf(target);
  // All features are of one layer, and strangers to each other all the same.
  const isSame = to?.layer === from.layer && (to.layer !== FEATURE || to.folder === from.folder);
  if (isSame || (to !== null && layer.own.includes(to.layer))) return null;
  if (to !== null && isType && layer.types?.includes(to.layer)) return null;
  const typesOnly = to !== null && layer.types?.includes(to.layer) ? ' (types excepted)' : '';
  return `${file} may not import ${target}${typesOnly}, because ${layer.why}.`;
}

/**
 * @param {string} from
 * @param {Layer} layer
 * @param {string} specifier
 */
function refusePackage(from, layer, specifier) {
  const name = packageName(specifier);
  const home = DENIED.find(({ names }) => names.some((pattern) => matches(name, pattern)));
  if (home !== undefined && !home.to.includes(from)) {
    return `'${name}' may not be imported here, because ${home.why}.`;
  }
  const isAllowed =
    layer.packages === null
      ? from !== 'renderer' || !NOT_IN_THE_RENDERER.includes(name)
      : layer.packages.includes(name);
  return isAllowed ? null : `'${specifier}' may not be imported here, because ${layer.why}.`;
}

/**
 * @param {string} specifier such as @mantine/core/styles.css
 * @returns {string} such as @mantine/core; 'node' for all of Node's own modules
 */
function packageName(specifier) {
  if (isBuiltin(specifier)) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * @param {string} name
 * @param {string} pattern a name, or a scope as '@scope/*'
 */
function matches(name, pattern) {
  return pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
