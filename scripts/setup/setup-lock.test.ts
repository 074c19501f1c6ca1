import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withSetupLock } from './setup-lock.mjs';
import { makeHost, makeTree } from './testing/fake-host.ts';

test('two set-ups of one folder run one after the other', async () => {
  const host = makeHost(makeTree());
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await new Promise(setImmediate);
    steps.push(`${name} ends`);
  };
  await Promise.all([withSetupLock(host, work('a')), withSetupLock(host, work('b'))]);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(host.said).toHaveLength(1);
});

test('a lock left by a process that has died is taken over', async () => {
  const host = makeHost(makeTree());
  // No process has a number beyond the kernel's highest, 2^22.
  writeFileSync(path.join(host.root, '.setup.lock'), '99999999');
  expect(await withSetupLock(host, () => 'done')).toBe('done');
});

test('the lock is given back when the work fails', async () => {
  const host = makeHost(makeTree());
  const work = () => Promise.reject(new Error('no disk'));
  await expect(withSetupLock(host, work)).rejects.toThrow('no disk');
  expect(existsSync(path.join(host.root, '.setup.lock'))).toBe(false);
});

test('a folder that cannot be written to is said so', async () => {
  const host = makeHost(path.join(makeTree(), 'missing'));
  await expect(withSetupLock(host, () => 0)).rejects.toThrow(/cannot be written to/);
});
