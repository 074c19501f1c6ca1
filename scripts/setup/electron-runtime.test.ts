import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  electronPackageDir,
  ensureElectron,
  findElectron,
  installOfficially,
} from './electron-runtime.mjs';
import { SetupError, type Host } from './host.mjs';
import { makeHost, makeTree } from './testing/fake-host.ts';

const PACKAGE = { 'node_modules/electron/package.json': '{"version":"43.2.0"}' };
const WHOLE = {
  ...PACKAGE,
  'node_modules/electron/dist/version': '43.2.0',
  'node_modules/electron/dist/electron': '',
  'node_modules/electron/path.txt': 'electron',
};

/** What either way of installing leaves behind. */
function putRuntime(host: Host) {
  const dir = electronPackageDir(host);
  mkdirSync(path.join(dir, 'dist'), { recursive: true });
  writeFileSync(path.join(dir, 'dist', 'version'), 'v43.2.0');
  writeFileSync(path.join(dir, 'dist', 'electron'), '');
  writeFileSync(path.join(dir, 'path.txt'), 'electron');
}

describe('the Electron runtime', () => {
  test('is found when whole', () => {
    const host = makeHost(makeTree(WHOLE));
    expect(findElectron(host)).toBe(path.join(electronPackageDir(host), 'dist', 'electron'));
  });

  test.each(Object.keys(WHOLE))('does not count as there without %s', (missing) => {
    const parts = Object.entries(WHOLE).filter(([name]) => name !== missing);
    expect(findElectron(makeHost(makeTree(Object.fromEntries(parts))))).toBeNull();
  });

  test('does not count as there in the version of an earlier lock file', () => {
    const older = { ...WHOLE, 'node_modules/electron/dist/version': '43.1.0' };
    expect(findElectron(makeHost(makeTree(older)))).toBeNull();
  });
});

describe('installing the Electron runtime', () => {
  test('does nothing when it is there', async () => {
    const host = makeHost(makeTree(WHOLE));
    const fail = () => Promise.reject(new Error('not to be called'));
    await ensureElectron(host, 'node', { official: fail, carrier: () => expect.fail() });
    expect(host.said).toEqual([]);
  });

  test('takes the official way when that works', async () => {
    const host = makeHost(makeTree(PACKAGE));
    const official = (to: Host) => Promise.resolve(putRuntime(to));
    const found = await ensureElectron(host, 'node', { official, carrier: () => expect.fail() });
    expect(found).toBe(findElectron(host));
  });

  test('takes the carrier when the official way leaves nothing', async () => {
    const host = makeHost(makeTree(PACKAGE));
    await ensureElectron(host, 'node', { official: () => Promise.resolve(), carrier: putRuntime });
    expect(findElectron(host)).not.toBeNull();
    expect(host.said.join(' ')).toContain('npm registry');
  });

  test('begins afresh after one that was interrupted', async () => {
    const half = {
      'node_modules/electron/dist/version': '43.2.0',
      'node_modules/electron/.staging-x/a': '',
    };
    const host = makeHost(makeTree({ ...PACKAGE, ...half }));
    let before: string[] = [];
    const official = () => {
      before = readdirSync(electronPackageDir(host));
      return Promise.resolve(putRuntime(host));
    };
    await ensureElectron(host, 'node', { official, carrier: () => expect.fail() });
    expect(before).toEqual(['package.json']);
  });

  test('ends in a sentence when what was fetched is not whole', async () => {
    const host = makeHost(makeTree(PACKAGE));
    const nothing = { official: () => Promise.resolve(), carrier: () => {} };
    await expect(ensureElectron(host, 'node', nothing)).rejects.toThrow(SetupError);
  });
});

describe("Electron's own install script", () => {
  const SCRIPT = 'node_modules/electron/install.js';

  test('is run with a Node that it works with', async () => {
    const write = "require('fs').writeFileSync(__dirname + '/ran', process.version)";
    const host = makeHost(makeTree({ ...PACKAGE, [SCRIPT]: write }));
    await installOfficially(host, process.execPath);
    expect(existsSync(path.join(electronPackageDir(host), 'ran'))).toBe(true);
  });

  test('is ended when it hangs, and leaves no unfinished download', async () => {
    const hang =
      "require('fs').writeFileSync(process.env.TMPDIR + '/part', 'x'); setInterval(() => {}, 1000)";
    const host = makeHost(makeTree({ ...PACKAGE, [SCRIPT]: hang }));
    await installOfficially(host, process.execPath, 200);
    expect(readdirSync(electronPackageDir(host)).sort()).toEqual(['install.js', 'package.json']);
  });
});
