import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { writeEml, type EmlLetter } from './eml.ts';

const letter: EmlLetter = {
  from: { name: 'Mara Lindqvist', address: 'mara@example.org' },
  to: [{ name: 'Tom Okafor', address: 'tom@example.org' }],
  subject: 'Could you introduce me?',
  body: 'Hello Tom,\n\nthank you.\n',
  date: new Date('2026-11-24T12:00:00Z'),
};
const asText = (eml: Uint8Array): string => new TextDecoder().decode(eml);
/** Text as a user may type it: any characters, but whole ones. Controls are the next test's. */
const typed = fc
  .string({ unit: 'grapheme' })
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  .map((value) => value.replace(/[\u0000-\u001f\u007f]/gu, ''));

describe('an .eml file', () => {
  it('is read back by a mail reader word for word, whatever the words', async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, fc.array(typed), async (name, subject, lines) => {
        const body = lines.join('\n');
        const eml = writeEml({
          ...letter,
          to: [{ name, address: 'tom@example.org' }],
          subject,
          body,
        });
        const read = await PostalMime.parse(eml);
        const squeeze = (value: string): string => value.replace(/\s+/gu, ' ').trim();
        expect(squeeze(read.subject ?? '')).toBe(squeeze(subject));
        expect(read.to?.[0]?.address).toBe('tom@example.org');
        expect(squeeze(read.to?.[0]?.name ?? '')).toBe(squeeze(name));
        expect((read.text ?? '').replace(/\r?\n/gu, '\n').trimEnd()).toBe(body.trimEnd());
      }),
    );
  });

  it('has lines of 78 ASCII characters at most, each ended by CRLF', () => {
    fc.assert(
      fc.property(typed, typed, typed, (name, subject, body) => {
        const eml = writeEml({ ...letter, to: [{ name, address: 'a@b.example' }], subject, body });
        const lines = asText(eml).split('\r\n');
        for (const line of lines) expect(line).toMatch(/^[\t\u0020-\u007e]{0,78}$/u);
        // an encoded word may be 75 long
        for (const word of asText(eml).match(/=\?UTF-8\?Q\?[^?]*\?=/gu) ?? [])
          expect(word.length).toBeLessThanOrEqual(75);
      }),
    );
  });

  it('lets neither a name nor a subject nor an address begin a header of its own', async () => {
    const eml = writeEml({
      ...letter,
      to: [{ name: 'Eve\r\nBcc: x@example.org', address: 'eve@example.org\r\nBcc: y@example.org' }],
      subject: 'Hello\nBcc: z@example.org',
    });
    const read = await PostalMime.parse(eml);
    expect(read.bcc).toBeUndefined();
    expect(read.headers.map(({ key }) => key)).not.toContain('bcc');
  });

  it('names several recipients, is marked as not sent yet, and dated', async () => {
    const eml = writeEml({
      ...letter,
      to: [...letter.to, { name: 'Doe, Jane “JD”', address: 'jane@example.org' }],
    });
    const read = await PostalMime.parse(eml);
    expect(read.to?.map(({ address, name }) => [name, address])).toEqual([
      ['Tom Okafor', 'tom@example.org'],
      ['Doe, Jane “JD”', 'jane@example.org'],
    ]);
    expect(read.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(new Date(read.date ?? '').toISOString()).toBe('2026-11-24T12:00:00.000Z');
    expect(read.from?.address).toBe('mara@example.org');
  });
});
