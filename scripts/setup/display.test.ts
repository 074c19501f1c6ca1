import { chmodSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeXauthority, lacksDisplay, startVirtualDisplay } from './display.mjs';
import { makeHost, makeTree } from './testing/fake-host.ts';

/** A machine whose Xvfb is this shell script. */
function makeMachine(script: string) {
  const bin = makeTree({ Xvfb: `#!/bin/sh\n${script}\n` });
  chmodSync(path.join(bin, 'Xvfb'), 0o755);
  return makeHost('/', {}, { env: { PATH: `${bin}:${process.env['PATH']}` } });
}

test.each([
  [{}, 'linux', true],
  [{ DISPLAY: ':0' }, 'linux', false],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', false],
  [{ DISPLAY: '' }, 'linux', true],
  [{}, 'darwin', false],
] as const)('with %j on %s, a virtual display is needed: %s', (env, platform, expected) => {
  expect(lacksDisplay(makeHost('/', {}, { env, platform }))).toBe(expected);
});

describe('the virtual display', () => {
  test('is the one whose number Xvfb says, closed to other users, and gone after', async () => {
    const display = await startVirtualDisplay(makeMachine('echo 42 >&3; exec sleep 600'));
    const authority = display.env['XAUTHORITY'] ?? '';
    expect(display.env['DISPLAY']).toBe(':42');
    expect(statSync(authority).mode & 0o077).toBe(0);
    display.stop();
    expect(existsSync(authority)).toBe(false);
  });

  test("ends in a sentence with Xvfb's own words when it does not start", async () => {
    const host = makeMachine('echo "no room in /tmp" >&2; exit 1');
    await expect(startVirtualDisplay(host)).rejects.toThrow(/Xvfb: no room in \/tmp.*xvfb/);
  });
});

test('the cookie is written as Xau(3) has it, for every display', () => {
  const cookie = Buffer.alloc(16, 0xab);
  expect(encodeXauthority(cookie).toString('hex')).toBe(
    `ffff000000000012${Buffer.from('MIT-MAGIC-COOKIE-1').toString('hex')}0010${'ab'.repeat(16)}`,
  );
});
