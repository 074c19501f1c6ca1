import { expect, it } from 'vitest';
import type { HandedPaths } from './handed-files.ts';
import { SecondStarts } from './second-starts.ts';

const of = (file: string): HandedPaths => ({ book: null, files: [file] });

it('keeps what comes before anybody can take it, in order, and passes on what comes later', () => {
  const starts = new SecondStarts();
  starts.hear(of('a.csv'));
  starts.hear(of('b.csv'));
  const taken: HandedPaths[] = [];
  starts.serve((given) => taken.push(given));
  expect(taken).toEqual([of('a.csv'), of('b.csv')]);
  starts.hear(of('c.csv'));
  expect(taken).toEqual([of('a.csv'), of('b.csv'), of('c.csv')]);
});

it('gives what is heard while the waiting ones are taken only once', () => {
  const starts = new SecondStarts();
  starts.hear(of('a.csv'));
  const taken: HandedPaths[] = [];
  starts.serve((given) => {
    taken.push(given);
    if (taken.length === 1) starts.hear(of('b.csv'));
  });
  expect(taken).toEqual([of('a.csv'), of('b.csv')]);
});
