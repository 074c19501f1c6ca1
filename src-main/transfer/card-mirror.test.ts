import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MirrorReport } from '../contract/files.ts';
import { type Card, CardMirror } from './card-mirror.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-cards-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const jane = { id: 1, name: 'Jané Doe', text: 'one' };
const tom = { id: 2, name: '../Tom/', text: 'two' };
const files = () => readdirSync(folder).filter((name) => name.endsWith('.vcf'));

/** @param steps left after so many */
function mirror(cards: readonly Card[], steps = Number.POSITIVE_INFINITY): MirrorReport {
  const run = new CardMirror(folder);
  const work = run.bringInLine(cards);
  for (let step = 0; step < steps && work.next().done !== true; step++);
  run.close();
  return run.report();
}

it('writes a file for each person, under a name that stays when the person is renamed', () => {
  expect(mirror([jane, tom])).toMatchObject({ written: 2, kept: [] });
  expect(files()).toEqual(['jane-doe-1.vcf', 'tom-2.vcf']);
  const renamed = { ...jane, name: 'Jane Brown', text: 'new' };
  expect(mirror([renamed, tom])).toEqual({
    written: 1,
    unchanged: 1,
    removed: 0,
    kept: [],
  });
  expect(readFileSync(join(folder, 'jane-doe-1.vcf'), 'utf8')).toBe('new');
});

it('removes only what it wrote, and only while that is as it was left', () => {
  mirror([jane, tom]);
  writeFileSync(join(folder, 'mine.vcf'), 'mine');
  writeFileSync(join(folder, 'tom-2.vcf'), 'edited');
  expect(mirror([])).toEqual({
    written: 0,
    unchanged: 0,
    removed: 1,
    kept: ['tom-2.vcf'],
  });
  expect(files()).toEqual(['mine.vcf', 'tom-2.vcf']);
  // what was left to whoever changed it is not ours any more
  expect(mirror([])).toEqual({ written: 0, unchanged: 0, removed: 0, kept: [] });
});

it('does not write over a file that is not its own', () => {
  writeFileSync(join(folder, 'jane-doe-1.vcf'), 'mine');
  expect(mirror([jane])).toMatchObject({ written: 0, kept: ['jane-doe-1.vcf'] });
  expect(readFileSync(join(folder, 'jane-doe-1.vcf'), 'utf8')).toBe('mine');
});

it('left in the middle, knows all the same which files are its own', () => {
  const ann = { id: 3, name: 'Ann', text: 'three' };
  mirror([jane, ann]);
  const newer = [jane, tom, ann].map((card) => ({ ...card, text: `${card.text}, newer` }));
  expect(mirror(newer, 2)).toMatchObject({ written: 2, kept: [] });
  // all of them are changed once more: whatever it took for foreign it would leave alone
  const newest = newer.map((card) => ({ ...card, text: `${card.text} still` }));
  expect(mirror(newest)).toEqual({ written: 3, unchanged: 0, removed: 0, kept: [] });
  expect(mirror([])).toMatchObject({ removed: 3, kept: [] });
});

it('left while it removes, forgets what is gone and nothing else', () => {
  mirror([jane, tom]);
  expect(mirror([], 1)).toMatchObject({ removed: 1 });
  expect(mirror([])).toEqual({ written: 0, unchanged: 0, removed: 1, kept: [] });
  expect(files()).toEqual([]);
});

it('refuses a list that would lead out of the folder', () => {
  const list = { 1: { file: '../other.vcf', sha256: '0'.repeat(64) } };
  writeFileSync(join(folder, '.acquaint-cards.json'), JSON.stringify(list));
  expect(() => mirror([])).toThrow('damaged');
});
