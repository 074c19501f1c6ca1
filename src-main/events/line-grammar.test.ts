import { describe, expect, it } from 'vitest';
import { parseEventLine } from './line-grammar.ts';

const today = '2026-11-24';

/** Pieces as `kind:text`, for reading at a glance. */
function read(text: string): string[] {
  return parseEventLine(text, today).map((piece) => `${piece.kind}:${piece.text}`);
}

describe('parseEventLine', () => {
  it('reads the line of the design', () => {
    const line =
      'Jane Doe, Acme Print, designer #brand needs accountant offers logos jane@acme.example knows Tom Brown !friday "talked about the museum"';
    expect(read(line)).toEqual([
      'person:Jane Doe',
      'organisation:Acme Print',
      'title:designer',
      'tag:brand',
      'needs:accountant',
      'offers:logos',
      'email:jane@acme.example',
      'knows:Tom Brown',
      'follow_up:Fri 27 Nov 2026',
      'note:talked about the museum',
    ]);
  });

  it('takes the second of two parts for the organisation', () => {
    expect(read('Jane Doe, designer')).toEqual(['person:Jane Doe', 'organisation:designer']);
  });

  it('leaves the organisation out between two commas', () => {
    expect(read('Jane Doe,, designer')).toEqual(['person:Jane Doe', 'title:designer']);
  });

  it('cuts "title at organisation" in two, unless it is quoted', () => {
    expect(read('Jane Doe, designer at Acme Print')).toEqual([
      'person:Jane Doe',
      'title:designer',
      'organisation:Acme Print',
    ]);
    expect(read('Jane Doe, "Lunch at Ours"')).toEqual([
      'person:Jane Doe',
      'organisation:Lunch at Ours',
    ]);
  });

  it('keeps a legal form with the company and further commas with the title', () => {
    expect(read('Jane Doe, Acme, Inc., designer, illustrator')).toEqual([
      'person:Jane Doe',
      'organisation:Acme, Inc.',
      'title:designer, illustrator',
    ]);
  });

  it.each([
    ["Sean O'Brien", "Sean O'Brien"],
    ['Sean O’Brien', 'Sean O’Brien'],
    ['Anne-Marie J. Müller', 'Anne-Marie J. Müller'],
    ['李 小龙', '李 小龙'],
    ['Ольга Петрова', 'Ольга Петрова'],
    ['- Jane  Doe', 'Jane Doe'],
  ])('takes “%s” for a name', (line, name) => {
    expect(read(line)).toEqual([`person:${name}`]);
  });

  it('takes a keyword for a name only in quotes', () => {
    expect(read('"Via Needs", Acme knows "Offers Smith", Tom Brown')).toEqual([
      'person:Via Needs',
      'organisation:Acme',
      'knows:Offers Smith',
      'knows:Tom Brown',
    ]);
    expect(read('Jane via Tom')).toEqual(['person:Jane', 'via:Tom']);
  });

  it('takes lists after needs, offers, knows and via', () => {
    expect(
      read('Jane needs accountant, web shop offers logos, print knows Tom, Ann via Bo'),
    ).toEqual([
      'person:Jane',
      'needs:accountant',
      'needs:web shop',
      'offers:logos',
      'offers:print',
      'knows:Tom',
      'knows:Ann',
      'via:Bo',
    ]);
  });

  it('takes tags of one word, with hyphens, and of several words in quotes', () => {
    expect(read('Jane #brand #two-words #"two words" #c#')).toEqual([
      'person:Jane',
      'tag:brand',
      'tag:two-words',
      'tag:two words',
      'tag:c#',
    ]);
  });

  it('finds e-mail addresses, phone numbers and links, also between the parts of the head', () => {
    expect(
      read('Jane Doe, jane@acme.example, Acme, +44 121 496 0123 https://acme.example/jane'),
    ).toEqual([
      'person:Jane Doe',
      'email:jane@acme.example',
      'organisation:Acme',
      'phone:+44 121 496 0123',
      'url:https://acme.example/jane',
    ]);
    expect(read('Jane <jane@acme.example> (0121) 496 0123 www.acme.example.')).toEqual([
      'person:Jane',
      'email:jane@acme.example',
      'phone:(0121) 496 0123',
      'url:www.acme.example',
    ]);
  });

  it('does not take a company like a domain or a number for an address', () => {
    expect(read('Jane, Booking.com, 4711')).toEqual([
      'person:Jane',
      'organisation:Booking.com',
      'title:4711',
    ]);
  });

  it('takes straight, curly and low quotes for notes, and one that is still open', () => {
    expect(read('Jane #a "one" “two” „three“ «four» "fi')).toEqual([
      'person:Jane',
      'tag:a',
      'note:one',
      'note:two',
      'note:three',
      'note:four',
      'note:fi',
    ]);
  });

  it('keeps words that belong to nothing as a note', () => {
    expect(read('Jane #brand met at the bar, twice needs logos')).toEqual([
      'person:Jane',
      'tag:brand',
      'note:met at the bar, twice',
      'needs:logos',
    ]);
  });

  it('takes a row copied from a sheet', () => {
    expect(read('Jane Doe\tAcme\tdesigner')).toEqual([
      'person:Jane Doe',
      'organisation:Acme',
      'title:designer',
    ]);
  });

  it('says what is missing after a keyword', () => {
    expect(parseEventLine('Jane needs #brand', today)[1]).toMatchObject({
      kind: 'needs',
      text: '',
      problem: expect.stringContaining('Say what is needed') as string,
    });
  });

  it('gives no pieces for an empty line', () => {
    expect(parseEventLine(' ,, ', today)).toEqual([]);
  });
});
