import fc from 'fast-check';
import { expect, it } from 'vitest';
import { misspelling, typoKeys, typoMatch } from './typo-keys.ts';

const letter = fc.integer({ min: 97, max: 122 }).map((code) => String.fromCharCode(code));
const word = fc.array(letter, { minLength: 4, maxLength: 12 }).map((letters) => letters.join(''));
const slip = fc.record({
  kind: fc.constantFrom('leave out', 'double', 'replace', 'swap'),
  at: fc.nat(11),
  letter,
});

/** A word as somebody might type it, with one slip of the fingers. */
function misspell(
  text: string,
  { kind, at, letter: wrong }: { kind: string; at: number; letter: string },
) {
  const place = at % text.length;
  const head = text.slice(0, place);
  const tail = text.slice(place + 1);
  if (kind === 'leave out') return head + tail;
  if (kind === 'double') return head + wrong + text.slice(place);
  if (kind === 'replace') return head + wrong + tail;
  return head + (tail[0] ?? '') + (text[place] ?? '') + tail.slice(1);
}

it('gives a word and any misspelling of it by one slip a key in common', () => {
  fc.assert(
    fc.property(word, slip, (right, slipped) => {
      const keys = new Set(typoKeys(right));
      const typed = misspell(right, slipped);
      expect(typoKeys(typed).some((key) => keys.has(key))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('judges a word with one slip to be at most one edit away', () => {
  fc.assert(
    fc.property(word, slip, (right, slipped) => {
      const typed = misspell(right, slipped);
      fc.pre(typed.length > 3);
      expect(misspelling([typed], [right])).toBeLessThanOrEqual(1);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['jhon', 'john', 1],
  ['kathrine', 'catherine', 2],
  ['schmit', 'schmidt', 1],
  ['tmo', 'tom', 1],
  ['jan', 'janet', 0.25],
])('%s misspells %s by %d', (typed, right, edits) => {
  expect(misspelling([typed], [right])).toBe(edits);
});

it.each([
  ['kim', 'tim'],
  ['anna', 'otto'],
  ['brown', 'crowd'],
])('%s is not taken for %s', (typed, other) => {
  expect(misspelling([typed], [other])).toBeNull();
});

it('asks that every word be near some word of the name', () => {
  expect(misspelling(['jhon', 'smiht'], ['john', 'smith'])).toBe(2);
  expect(misspelling(['jhon', 'brown'], ['john', 'smith'])).toBeNull();
});

it('makes no expression of words too short to guess at', () => {
  expect(typoMatch(['a', 'bc'])).toBeNull();
  expect(typoMatch(['bc', 'tom'])).toContain('"bc"* AND (');
});
