import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCards } from './vcard-lines.ts';

const line = fc.constantFrom(
  'BEGIN:VCARD',
  'BEGIN:VCARD',
  'END:VCARD',
  'END:VCARD',
  'VERSION:2.1',
  'VERSION:3.0',
  'FN:Jane',
  'NOTE:a',
  ' b',
  '\tc',
  'NOTE;QUOTED-PRINTABLE:a=',
  'b=3D',
  '',
  ' ',
  'PHOTO;ENCODING=b:QUJD',
  'QUJDRA==',
  'AGENT:',
  'no property',
  'item1.TEL:1',
);
const lines = fc.array(fc.record({ text: line, endsPiece: fc.boolean() }), { maxLength: 30 });

describe('cards that lie over several pieces of text', () => {
  it('are the cards of the whole text', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (all, isEnded) => {
        const context = { isBytes: true, fallbackCharset: 'windows-1252' };
        const pieces: string[] = [''];
        for (const [at, { endsPiece, text }] of all.entries()) {
          const end = at < all.length - 1 || isEnded ? '\n' : '';
          pieces[pieces.length - 1] += `${text}${end}`;
          if (endsPiece && at < all.length - 1) pieces.push('');
        }
        const whole: string[] = [];
        const parted: string[] = [];
        const expected = [...readCards([pieces.join('')], context, whole)];
        expect([...readCards(pieces, context, parted)]).toEqual(expected);
        expect(parted).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });
});
