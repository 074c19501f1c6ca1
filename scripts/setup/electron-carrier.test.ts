import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { describe, expect, test } from 'vitest';
import { hashTree, installFromCarrier, type Carrier } from './electron-carrier.mjs';
import { SetupError } from './host.mjs';
import { makeHost, makeTree, type Program } from './testing/fake-host.ts';

const runTar: Program = (args) => ({ status: spawnSync('tar', args).status });

/** A carrier's package as the registry would hand it out, made with tar itself. */
function makeCarrier(): { tarball: string; carrier: Carrier } {
  const source = makeTree({
    'app/hvir': 'the executable',
    'app/libffmpeg.so': 'a library',
    'app/locales/de.pak': 'texts',
    'app/LICENSE.electron.txt': 'MIT',
    'app/resources/app.asar': "the other project's program",
  });
  mkdirSync(path.join(source, 'package'));
  runTar(['-czf', path.join(source, 'package', 'payload.tar.gz'), '-C', source, 'app']);
  const tarball = path.join(source, 'carrier.tgz');
  runTar(['-czf', tarball, '-C', source, 'package']);
  const expected = makeTree({
    electron: 'the executable',
    'libffmpeg.so': 'a library',
    'locales/de.pak': 'texts',
    LICENSE: 'MIT',
  });
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  const names = { name: 'hvir-linux-x64', version: '0.1.5', executable: 'hvir' };
  const carrier = {
    ...names,
    electronVersion: '43.2.0',
    integrity,
    treeSha256: hashTree(expected),
  };
  return { tarball, carrier };
}

function makePackage(tarball: string, programs: Record<string, Program> = {}) {
  const dir = makeTree({ 'package.json': '{"version":"43.2.0"}' });
  const npm: Program = (args) => {
    const to = args[args.indexOf('--pack-destination') + 1] ?? '';
    copyFileSync(tarball, path.join(to, 'hvir-linux-x64-0.1.5.tgz'));
    return {};
  };
  return { dir, host: makeHost(dir, { npm, tar: runTar, ...programs }) };
}

describe('the carrier', () => {
  test("gives Electron's files, under their own names, and nothing of the other program", () => {
    const { tarball, carrier } = makeCarrier();
    const { dir, host } = makePackage(tarball);
    installFromCarrier(host, dir, carrier);
    expect(readdirSync(path.join(dir, 'dist')).sort()).toEqual(
      ['LICENSE', 'electron', 'libffmpeg.so', 'locales', 'resources', 'version'].sort(),
    );
    expect(readdirSync(path.join(dir, 'dist', 'resources'))).toEqual(['default_app.asar']);
    expect(readFileSync(path.join(dir, 'path.txt'), 'utf8')).toBe('electron');
  });

  test("gets the program that starts unpacked apps, readable by Electron's own asar reader", () => {
    const { tarball, carrier } = makeCarrier();
    const { dir, host } = makePackage(tarball);
    installFromCarrier(host, dir, carrier);
    const asar = path.join(dir, 'dist', 'resources', 'default_app.asar');
    expect(listPackage(asar, { isPack: false }).sort()).toEqual(['/main.mjs', '/package.json']);
    const source = readFileSync(new URL('./default-app/main.mjs', import.meta.url));
    expect(extractFile(asar, 'main.mjs')).toEqual(source);
  });

  test('is refused when the package is another one than was checked', () => {
    const { tarball, carrier } = makeCarrier();
    const { dir, host } = makePackage(tarball);
    const other = { ...carrier, integrity: 'sha512-other' };
    expect(() => installFromCarrier(host, dir, other)).toThrow(/not the one that was checked/);
    expect(readdirSync(dir)).toEqual(['package.json']);
    expect(host.ran.join('\n')).not.toContain('tar');
  });

  test('is refused when one of its files is another than was checked', () => {
    const { tarball, carrier } = makeCarrier();
    const { dir, host } = makePackage(tarball);
    const other = { ...carrier, treeSha256: 'f'.repeat(64) };
    expect(() => installFromCarrier(host, dir, other)).toThrow(/not the one that was checked/);
    expect(readdirSync(dir)).toEqual(['package.json']);
  });

  test('leaves nothing behind when the disk is full half way', () => {
    const { tarball, carrier } = makeCarrier();
    const { dir, host } = makePackage(tarball, { tar: () => ({ status: 2 }) });
    expect(() => installFromCarrier(host, dir, carrier)).toThrow(/free disk space/);
    expect(readdirSync(dir)).toEqual(['package.json']);
  });

  test('says what to do when it cannot be fetched', () => {
    const { tarball, carrier } = makeCarrier();
    const { dir, host } = makePackage(tarball, { npm: () => ({ status: 1, stderr: 'E404' }) });
    expect(() => installFromCarrier(host, dir, carrier)).toThrow(/check the network/);
    expect(host.said).toEqual(['E404']);
  });

  test('is not tried for another platform or another Electron', () => {
    const { tarball, carrier } = makeCarrier();
    const { dir, host } = makePackage(tarball);
    const mac = { ...host, platform: 'darwin' as const };
    expect(() => installFromCarrier(mac, dir, carrier)).toThrow(SetupError);
    const newer = { ...carrier, electronVersion: '44.0.0' };
    expect(() => installFromCarrier(host, dir, newer)).toThrow(/ELECTRON_MIRROR/);
    expect(host.ran).toEqual([]);
  });
});

test('the hash of a folder tells a changed, a renamed and an added file', () => {
  const dir = makeTree({ a: '1', 'sub/b': '2' });
  const before = hashTree(dir);
  writeFileSync(path.join(dir, 'a'), '2');
  const changed = hashTree(dir);
  renameSync(path.join(dir, 'a'), path.join(dir, 'c'));
  const renamed = hashTree(dir);
  writeFileSync(path.join(dir, 'd'), '');
  expect(new Set([before, changed, renamed, hashTree(dir)]).size).toBe(4);
  expect(existsSync(path.join(dir, 'a'))).toBe(false);
});
