import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mirrorCards } from './card-mirror.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-cards-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const jane = { id: 1, name: 'Jané Doe', text: 'one' };
const tom = { id: 2, name: '../Tom/', text: 'two' };
const files = () => readdirSync(folder).filter((name) => name.endsWith('.vcf'));

it('writes a file for each person, under a name that stays when the person is renamed', () => {
  expect(mirrorCards(folder, [jane, tom])).toMatchObject({ written: 2, kept: [] });
  expect(files()).toEqual(['jane-doe-1.vcf', 'tom-2.vcf']);
  const renamed = { ...jane, name: 'Jane Brown', text: 'new' };
  expect(mirrorCards(folder, [renamed, tom])).toEqual({
    written: 1,
    unchanged: 1,
    removed: 0,
    kept: [],
  });
  expect(readFileSync(join(folder, 'jane-doe-1.vcf'), 'utf8')).toBe('new');
});

it('removes only what it wrote, and only while that is as it was left', () => {
  mirrorCards(folder, [jane, tom]);
  writeFileSync(join(folder, 'mine.vcf'), 'mine');
  writeFileSync(join(folder, 'tom-2.vcf'), 'edited');
  expect(mirrorCards(folder, [])).toEqual({
    written: 0,
    unchanged: 0,
    removed: 1,
    kept: ['tom-2.vcf'],
  });
  expect(files()).toEqual(['mine.vcf', 'tom-2.vcf']);
});

it('does not write over a file that is not its own', () => {
  writeFileSync(join(folder, 'jane-doe-1.vcf'), 'mine');
  expect(mirrorCards(folder, [jane])).toMatchObject({ written: 0, kept: ['jane-doe-1.vcf'] });
  expect(readFileSync(join(folder, 'jane-doe-1.vcf'), 'utf8')).toBe('mine');
});

it('refuses a list that would lead out of the folder', () => {
  const list = { 1: { file: '../other.vcf', sha256: '0'.repeat(64) } };
  writeFileSync(join(folder, '.acquaint-cards.json'), JSON.stringify(list));
  expect(() => mirrorCards(folder, [])).toThrow('damaged');
});
