import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { Chip } from '../contract/events.ts';

let t: TestBook;
let eventId: number;
beforeEach(async () => {
  t = makeTestBook();
  await t.call('book.setMe', { name: 'Robin Me' });
  eventId = (await t.call<{ event: { id: number } }>('events.create', { title: 'Fair' })).event.id;
});
afterEach(() => t.close());

async function read(text: string): Promise<{ line: string; isNamed: boolean }> {
  return t.call('cards.read', { text });
}

/** What the event's log makes of the line that a code gives. */
async function chipsOf(text: string): Promise<string[]> {
  const { line } = await read(text);
  const { chips } = await t.call<{ chips: Chip[] }>('events.parseLine', {
    id: eventId,
    text: line,
  });
  return chips.map((chip) => `${chip.kind}: ${chip.text}`);
}

describe('a scanned code as a line', () => {
  it('takes a vCard with name, company, title, addresses and note', async () => {
    const card = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Müller;Zoë;;;',
      'FN:Zoë Müller',
      'ORG:Müller, Söhne & Co.;Print',
      'TITLE:Head of design at large',
      'TEL;TYPE=CELL:+44 121 496 0123',
      'EMAIL:Zoe@Mueller.example',
      'URL:mueller.example/zoe',
      'NOTE:said "come, see"\\nus',
      'END:VCARD',
    ].join('\r\n');
    expect(await chipsOf(card)).toEqual([
      'person: Zoë Müller',
      'organisation: Müller, Söhne & Co.',
      'title: Head of design at large',
      'email: zoe@mueller.example',
      'phone: +441214960123',
      'url: https://mueller.example/zoe',
      'note: said come, see us',
    ]);
  });

  it('takes a MECARD, whose names stand family first', async () => {
    expect(
      await chipsOf(
        'MECARD:N:Doe,Jane;ORG:Acme\\; Print;TEL:+441214960123;EMAIL:jane@acme.example;;',
      ),
    ).toEqual([
      'person: Jane Doe',
      'organisation: Acme; Print',
      'email: jane@acme.example',
      'phone: +441214960123',
    ]);
  });

  it('guesses the name from a LinkedIn address, and asks for it where nothing tells it', async () => {
    const address = 'https://www.linkedin.com/in/jane-doe-4a1b2c';
    expect(await chipsOf(address)).toEqual(['person: Jane Doe', `url: ${address}`]);
    expect(await read('https://acme.example/team')).toEqual({
      line: 'https://acme.example/team',
      isNamed: false,
    });
    expect(await read('mailto:jane@acme.example?subject=x')).toMatchObject({ isNamed: false });
    expect(await read('tel:+441214960123')).toMatchObject({ line: '+441214960123' });
  });

  it.each(['', 'WIFI:S:guest;T:WPA;P:secret;;', 'BEGIN:VCARD\nEND:VCARD', 'MECARD:'])(
    'refuses %j in a sentence',
    async (text) => {
      const result = await t.dispatch('cards.read', { text });
      expect(result).toMatchObject({ ok: false, error: { code: 'UNREADABLE_FILE' } });
    },
  );

  it('keeps any name, company and title word for word', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) =>
        text
          .normalize('NFC')
          .replaceAll(/["“”„«»\p{C}\p{Z}\\]+/gu, ' ')
          .trim(),
      )
      .filter((text) => /\p{L}/u.test(text));
    const tricky = fc.constantFrom(
      'Ann knows Bo',
      'a, b',
      '#1 Print',
      'x@y.zz',
      'Acme 2000!',
      'at',
    );
    const part = fc.oneof(word, tricky);
    await fc.assert(
      fc.asyncProperty(part, part, part, async (name, organisation, title) => {
        const escape = (text: string) => text.replaceAll(/[,;]/g, (sign) => `\\${sign}`);
        const chips = await chipsOf(
          `BEGIN:VCARD\nVERSION:4.0\nFN:${escape(name)}\nORG:${escape(organisation)}\nTITLE:${escape(title)}\nEND:VCARD`,
        );
        expect(chips).toEqual([
          `person: ${name}`,
          `organisation: ${organisation}`,
          `title: ${title}`,
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('can be read from a text that is not one at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => {
        const result = await t.dispatch('cards.read', { text: `BEGIN:VCARD\n${text}` });
        const outcome = result.ok ? 'read' : result.error.code;
        expect(['read', 'UNREADABLE_FILE']).toContain(outcome);
      }),
    );
  });
});

describe('my own card', () => {
  it('says my name and just what is chosen, and is read back as such', async () => {
    const { id } = (await t.call<{ me: { id: number } }>('book.status')).me;
    await t.call('people.addRole', { id, organisation: 'Lindqvist Studio', title: 'Designer' });
    await t.call('people.addContactPoint', { id, kind: 'email', value: 'robin@me.example' });
    await t.call('people.addContactPoint', { id, kind: 'phone', value: '+44 121 496 0999' });
    const fields = await t.call<{ key: string; kind: string }[]>('cards.fields');
    expect(fields.map(({ kind }) => kind)).toEqual(['role', 'email', 'phone']);
    const some = fields.filter(({ kind }) => kind !== 'phone').map(({ key }) => key);
    const { vcard } = await t.call<{ vcard: string }>('cards.mine', { fields: some });
    expect(vcard).not.toContain('0999');
    expect(await chipsOf(vcard.replace('Robin Me', 'Somebody Else'))).toEqual([
      'person: Somebody Else',
      'organisation: Lindqvist Studio',
      'title: Designer',
      'email: robin@me.example',
    ]);
  });
});
