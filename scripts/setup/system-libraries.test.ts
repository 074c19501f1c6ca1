import { chmodSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SetupError, type Host } from './host.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';
import { makeHost, makeTree, type Program } from './testing/fake-host.ts';

const SONAMES = [
  'libgtk-3.so.0',
  'libnss3.so',
  'libgbm.so.1',
  'libasound.so.2',
  'libcups.so.2',
  'libatk-bridge-2.0.so.0',
  'libXcomposite.so.1',
  'libXdamage.so.1',
  'libXrandr.so.2',
  'libxkbcommon.so.0',
];

function listLibraries(missing: string[] = []): string {
  const lines = SONAMES.filter((name) => !missing.includes(name)).map(
    (name) => `\t${name} (libc6,x86-64) => /lib/x86_64-linux-gnu/${name}`,
  );
  return `${lines.length} libs found in cache\n${lines.join('\n')}\n`;
}

/** A machine on whose PATH are these programs, besides what the test makes of them. */
function makeMachine(
  onPath: string[],
  programs: Record<string, Program>,
  about: Partial<Host> = {},
) {
  const bin = makeTree(Object.fromEntries(onPath.map((name) => [name, ''])));
  for (const name of onPath) chmodSync(path.join(bin, name), 0o755);
  return makeHost('/', programs, { env: { PATH: bin }, ...about });
}

const noGtk: Program = () => ({ stdout: listLibraries(['libgtk-3.so.0']) });
const withDisplay = { virtualDisplay: false };

describe('the system libraries', () => {
  test('are only looked for when they are there', () => {
    const host = makeMachine(['ldconfig'], { ldconfig: () => ({ stdout: listLibraries() }) });
    ensureSystemLibraries(host, withDisplay);
    expect(host.ran).toEqual(['ldconfig -p']);
  });

  test('are installed with apt by root', () => {
    let installed = false;
    const host = makeMachine(
      ['ldconfig', 'apt-get'],
      {
        ldconfig: () => ({
          stdout: listLibraries(installed ? [] : ['libgtk-3.so.0', 'libcups.so.2']),
        }),
        'apt-get': ([verb]) => ((installed = verb === 'install'), {}),
      },
      { isRoot: true },
    );
    ensureSystemLibraries(host, withDisplay);
    expect(host.ran.filter((line) => line.startsWith('apt-get'))).toEqual([
      'apt-get update -q',
      'apt-get install -y -q --no-install-recommends libgtk-3-0 libcups2',
    ]);
  });

  test('are asked for with the exact command when we are not root', () => {
    const host = makeMachine(['ldconfig', 'apt-get'], { ldconfig: noGtk });
    expect(() => ensureSystemLibraries(host, withDisplay)).toThrow(
      /run 'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0', then the same command again/,
    );
    expect(host.ran.join('\n')).not.toContain('apt-get');
  });

  test('go by their new names where the release has renamed them', () => {
    const host = makeMachine(['ldconfig', 'apt-get'], {
      ldconfig: noGtk,
      'apt-cache': () => ({ stdout: 'libgtk-3-0t64\nlibnss3\n' }),
    });
    expect(() => ensureSystemLibraries(host, withDisplay)).toThrow('libgtk-3-0t64');
  });

  test('are named where there is no apt', () => {
    const host = makeMachine(['ldconfig'], { ldconfig: noGtk }, { isRoot: true });
    expect(() => ensureSystemLibraries(host, withDisplay)).toThrow(/with your package manager/);
  });

  test('end in a sentence when apt does not bring them', () => {
    const programs = { ldconfig: noGtk, 'apt-get': () => ({ status: 100 }) };
    const host = makeMachine(['ldconfig', 'apt-get'], programs, { isRoot: true });
    expect(() => ensureSystemLibraries(host, withDisplay)).toThrow(SetupError);
  });

  test('include Xvfb only where there is no display', () => {
    const programs = { ldconfig: () => ({ stdout: listLibraries() }) };
    const bare = makeMachine(['ldconfig', 'apt-get'], programs);
    expect(() => ensureSystemLibraries(bare, { virtualDisplay: true })).toThrow('xvfb xauth');
    ensureSystemLibraries(bare, withDisplay);
    ensureSystemLibraries(makeMachine(['ldconfig', 'Xvfb'], programs), { virtualDisplay: true });
  });

  test('are nobody’s business on Windows and macOS', () => {
    const host = makeMachine([], {}, { platform: 'darwin' });
    ensureSystemLibraries(host, withDisplay);
    expect(host.ran).toEqual([]);
  });
});
