import { expect, test } from 'vitest';
import { sandboxArguments } from './sandbox.mjs';
import { makeHost } from './testing/fake-host.ts';

const ELECTRON = '/nowhere/dist/electron';

test('root runs Electron without the sandbox, which refuses root', () => {
  expect(sandboxArguments(makeHost('/', {}, { isRoot: true }), ELECTRON)).toEqual(['--no-sandbox']);
});

test('everybody else keeps the sandbox', () => {
  const host = makeHost('/', { unshare: () => ({}) });
  expect(sandboxArguments(host, ELECTRON)).toEqual([]);
  expect(host.ran).toEqual(['unshare --user --map-root-user true']);
});

test('where no sandbox is possible, the sentence says how to make it so', () => {
  const host = makeHost('/', { unshare: () => ({ status: 1 }) });
  expect(() => sandboxArguments(host, ELECTRON)).toThrow(
    'sudo chmod 4755 "/nowhere/dist/chrome-sandbox"',
  );
});

test('other systems bring their own sandbox', () => {
  expect(sandboxArguments(makeHost('/', {}, { platform: 'win32' }), ELECTRON)).toEqual([]);
});
