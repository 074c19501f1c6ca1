import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEventLine } from './line-grammar.ts';

const today = '2026-11-24';

/** Any text, rich in what the grammar is about. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'needs ',
        'via',
        'knows',
        ',',
        '#',
        '!',
        '"',
        '“',
        '”',
        '@',
        ' ',
        '\t',
        '+44 1',
        '.',
      ),
      fc.constantFrom(
        '!friday',
        '!3',
        'a@b.example',
        'https://',
        'x.example/',
        '0121 496 0123',
        '\n',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('any text at all', () => {
  it('gives pieces in order that do not overlap, and loses nothing but marks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let position = 0;
        for (const piece of parseEventLine(text, today)) {
          expect(text.slice(position, piece.start)).toMatch(
            /^[\s,;，、；"“”„«»\-–—•*·.:|/&+#)(<>=~_]*$/u,
          );
          expect(piece.start).toBeGreaterThanOrEqual(position);
          expect(piece.end).toBeGreaterThan(piece.start);
          position = piece.end;
        }
        expect(text.slice(position)).toMatch(/^[\s,;，、；"“”„«»\-–—•*·.:|/&+#)(<>=~_]*$/u);
        expect(position).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('never gives a piece that is empty and yet without a problem', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const piece of parseEventLine(text, today))
          expect(piece.text !== '' || piece.problem !== null).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

interface Written {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const nameWord = fc.constantFrom(
  'Jane',
  "O'Brien",
  'D’Arcy',
  'J.',
  'Anne-Marie',
  'Żółć',
  '小龙',
  'Müller',
  'van',
  'Σοφία',
);
const plainWord = fc.constantFrom(
  'web',
  'shop',
  'print',
  'logos',
  'museum',
  '3D',
  'R&D',
  'Café',
  'food',
  'and',
  'C++',
);
const words = (word: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));

/** Items as text and as what they mean, by the generator's own knowledge. */
const item = fc.oneof(
  plainWord.filter((word) => !word.includes('&')).map((text) => [['tag', text, `#${text}`]]),
  words(plainWord).map((text) => [['tag', text, `#"${text}"`]]),
  fc
    .constantFrom('jane@acme.example', 'x.y+z@sub.example.org')
    .map((text) => [['email', text, text]]),
  fc
    .constantFrom('+44 121 496 0123', '(0121) 496-0456', '+441214960789')
    .map((text) => [['phone', text, text]]),
  fc
    .constantFrom('https://acme.example/a', 'www.acme.example')
    .map((text) => [['url', text, text]]),
  words(plainWord).map((text) => [['note', text, `“${text}”`]]),
  fc
    .constantFrom(['!friday', 'Fri 27 Nov 2026'], ['!3 Dec', 'Thu 3 Dec 2026'])
    .map(([mark, text]) => [['follow_up', text, mark]]),
  fc
    .tuple(
      fc.constantFrom('needs', 'offers', 'knows', 'via'),
      fc.array(words(nameWord), { minLength: 1, maxLength: 3 }),
    )
    .map(([keyword, list]) =>
      list.map((text, index) => [keyword, text, index === 0 ? `${keyword} ${text}` : text]),
    ),
) as fc.Arbitrary<[string, string, string][]>;

const head = fc
  .tuple(words(nameWord), fc.option(words(plainWord)), fc.option(words(plainWord)))
  .map(([name, organisation, title]) => [
    ['person', name, name],
    ...(organisation === null ? [] : [['organisation', organisation, organisation]]),
    ...(organisation === null || title === null ? [] : [['title', title, title]]),
  ]) as fc.Arbitrary<[string, string, string][]>;

/** Writes groups of comma-separated parts, and notes where each part stands. */
function write(groups: readonly (readonly [string, string, string][])[]): [string, Written[]] {
  let line = '';
  const expected: Written[] = [];
  for (const group of groups) {
    for (const [index, [kind, text, mark]] of group.entries()) {
      if (line !== '') line += index === 0 ? ' ' : ', ';
      expected.push({ kind, text, start: line.length, end: line.length + mark.length });
      line += mark;
    }
  }
  return [line, expected];
}

describe('a written line', () => {
  it('is read back as just what was written, each part where it stands', () => {
    fc.assert(
      fc.property(head, fc.array(item, { maxLength: 8 }), (first, items) => {
        const [line, expected] = write([first, ...items]);
        const pieces = parseEventLine(line, today).map(({ kind, text, start, end }) => ({
          kind,
          text,
          start,
          end,
        }));
        expect(pieces).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
