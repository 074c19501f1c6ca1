import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { Source } from './source.ts';

const charset = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis');
const piece = fc.constantFrom('\r\n', '\r', '\n', 'a,b', 'Zoë', '山田', '', '"', '\r\r\n');
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const written = fc
  .tuple(text, charset, fc.boolean())
  .map(([said, name, addBOM]) => new Uint8Array(iconv.encode(said, name, { addBOM })));
const bytes = fc.oneof(written, fc.uint8Array({ maxLength: 60 }));

describe('a source', () => {
  it('has the text that is in its bytes, each line end as \\n', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const whole = decodeText(given).text.replace(/\r\n?/g, '\n');
        expect(new Source(given).text).toBe(whole);
      }),
    );
  });

  it('has its bytes in pieces of whole lines', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 12 }), (given, most) => {
        const whole = Buffer.from(given)
          .toString('latin1')
          .replace(/^\u00ef\u00bb\u00bf/, '')
          .replace(/\r\n?/g, '\n');
        const pieces = [...new Source(given).byteLines(most)];
        expect(pieces.join('')).toBe(whole);
        for (const some of pieces.slice(0, -1)) expect(some).toMatch(/\n$/);
        for (const some of pieces.filter(({ length }) => length > most)) {
          expect(some.trimEnd()).not.toContain('\n');
        }
      }),
    );
  });

  it('has the charset of its text also when nobody asks for the text', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const { charset: found, warnings } = decodeText(given);
        expect(new Source(given).encoding).toEqual({ charset: found, warnings });
      }),
    );
  });
});
