import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  nameVariants,
  phoneDigits,
  prefixMatch,
  searchWords,
  substringMatch,
} from './search-words.ts';

it('takes letters and digits only, folded, each word once', () => {
  expect(searchWords(`O'Brien & "Söhne" söhne* NEAR(x)`)).toEqual([
    'o',
    'brien',
    'sohne',
    'near',
    'x',
  ]);
  expect(searchWords(' -"* ')).toEqual([]);
});

it('makes expressions that FTS5 accepts, whatever is typed', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE words USING fts5 (name, note);
    CREATE VIRTUAL TABLE trigrams USING fts5 (name, note, tokenize = 'trigram');`);
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        '*',
        '^',
        ':',
        '(',
        ')',
        '{',
        '}',
        '+',
        '-',
        'a',
        ' ',
        'NEAR',
        'OR',
        'NOT',
      ),
    }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const words = searchWords(text);
      const expressions = [
        ['words', prefixMatch(words)],
        ['words', prefixMatch(words, ['note'])],
        ['trigrams', substringMatch(words)],
        ['trigrams', substringMatch(words, ['name', 'note'])],
      ] as const;
      for (const [table, match] of expressions) {
        if (match === null) continue;
        database.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).all(match);
      }
    }),
    { numRuns: 2000 },
  );
  database.close();
});

it('knows a telephone number by its digits, however it is spaced, and nothing else', () => {
  expect(phoneDigits('020 7946-0000')).toBe('2079460000');
  expect(phoneDigits('+44 (0)20 7946 0000')).toBe('4402079460000');
  expect(['1234', 'Room 12345', ''].map(phoneDigits)).toEqual([null, null, null]);
});

it('adds the other spellings of a name', () => {
  expect(nameVariants("Siobhán O'Brien")).toBe('siobhan obrien');
  expect(nameVariants('Jörg Groß-Bölling')).toBe('jorg grossbolling joerg gross-boelling');
  expect(nameVariants('Ann Lee')).toBe('');
});
