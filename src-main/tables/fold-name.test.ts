import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldName } from './fold-name.ts';

it('folds case, accents, scripts and white space', () => {
  const folded = ['Zoë  MÜLLER', 'Straße', 'Łukasz', 'Γιώργος', 'Иван', 'Ｆｕｌｌ'].map(foldName);
  expect(folded).toEqual(['zoe muller', 'strasse', 'lukasz', 'giorgos', 'ivan', 'full']);
});

it('folds a letter the same however its accent is encoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldName(text.normalize('NFD'))).toBe(foldName(text.normalize('NFC')));
    }),
    { numRuns: 2000 },
  );
});

it('changes nothing when it folds what is folded, and never folds a name to nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = foldName(text);
      expect(folded === '').toBe(text === '');
      expect(foldName(folded)).toBe(folded);
    }),
    { numRuns: 2000 },
  );
});
