import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { makeQrCode } from './qr-picture.tsx';

describe('a QR code', () => {
  it('draws just the dark modules, each once, with four light ones around', () => {
    const text = 'BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Müller\nEND:VCARD';
    const code = makeQrCode(text);
    const { data, size } = encode(text, { ecc: 'M', border: 4 });
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
    for (const { x, y, length } of code?.runs ?? []) {
      for (let at = x; at < x + length; at += 1) {
        const row = drawn[y];
        if (row !== undefined) row[at] = (row[at] ?? 0) + 1;
      }
    }
    expect(drawn).toEqual(data.map((row) => row.map(Number)));
    expect(
      drawn
        .slice(0, 4)
        .flat()
        .every((module) => module === 0),
    ).toBe(true);
    expect(code?.size).toBe(size);
  });

  it('is none when the text is too long for one', () => {
    expect(makeQrCode('x'.repeat(5000))).toBeNull();
  });
});
