import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTree } from '../setup/testing/fake-host.ts';
import { hashSources } from './build.mjs';

const FILES = {
  'src-main/main.ts': 'main',
  'src-main/a.test.ts': 'test',
  'package-lock.json': '{}',
};

test('a build is done again when a source changes, comes or goes', () => {
  const root = makeTree(FILES);
  const hashes = [hashSources(root)];
  writeFileSync(path.join(root, 'src-main', 'main.ts'), 'other');
  hashes.push(hashSources(root));
  writeFileSync(path.join(root, 'src-main', 'new.ts'), '');
  hashes.push(hashSources(root));
  rmSync(path.join(root, 'package-lock.json'));
  hashes.push(hashSources(root));
  expect(new Set(hashes).size).toBe(4);
});

test('a build is not done again for a new date, or for a test', () => {
  const root = makeTree(FILES);
  const before = hashSources(root);
  utimesSync(path.join(root, 'src-main', 'main.ts'), 0, 0);
  writeFileSync(path.join(root, 'src-main', 'a.test.ts'), 'another test');
  expect(hashSources(root)).toBe(before);
});
