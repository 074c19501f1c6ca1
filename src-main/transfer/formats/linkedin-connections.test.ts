import { describe, expect, it } from 'vitest';
import { onlyPerson, parseLines } from '../testing/fixture.ts';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const PREAMBLE = [
  'Notes:',
  '"When exporting your connection data, you may ""notice""',
  'that."',
  '',
];

describe('LinkedIn Connections.csv', () => {
  it('reads a person with all that LinkedIn gives', () => {
    const file = parseLines([
      ...PREAMBLE,
      HEADER,
      'Zoë,Müller,https://www.linkedin.com/in/zo%C3%AB-M%C3%BCller-1a2b/,Zoe@Example.com,"Oil, Gas & Co.",Editor,08 Feb 2026',
    ]);
    expect(file).toMatchObject({
      format: 'linkedin-connections',
      kind: 'circle',
      platform: 'linkedin',
      complete: true,
      asOf: '2026-02-08',
    });
    expect(onlyPerson(file)).toMatchObject({
      line: 6,
      name: 'Zoë Müller',
      given: 'Zoë',
      family: 'Müller',
      accounts: [{ platform: 'linkedin', handle: 'zoë-müller-1a2b', weak: false }],
      emails: [{ value: 'Zoe@Example.com', normalised: 'zoe@example.com' }],
      roles: [{ organisation: 'Oil, Gas & Co.', title: 'Editor' }],
      since: '2026-02-08',
      extra: [],
    });
  });

  it('leaves out members who hide, with their physical line', () => {
    const file = parseLines([
      ...PREAMBLE,
      HEADER,
      'Ann,"Lee',
      'Jr.",https://www.linkedin.com/in/ann,,,,01 Jan 2020',
      ',,,,,,19 Jun 2009',
    ]);
    expect(file.people.map(({ line, family }) => [line, family])).toEqual([[6, 'Lee Jr.']]);
    expect(file.leftOut.map(({ line }) => line)).toEqual([8]);
  });

  it('reads lists from before 2021 (no preamble) and before 2023 (no URL), which are weak', () => {
    const file = parseLines([
      'First Name,Last Name,Email Address,Company,Position,Connected On',
      'Ann,Lee,,Acme,Editor,01 Jan 2020',
    ]);
    expect(onlyPerson(file).accounts).toEqual([
      {
        platform: 'linkedin',
        url: null,
        handle: null,
        externalId: null,
        displayName: 'Ann Lee',
        weak: true,
      },
    ]);
  });

  it('is known by its header, whatever the delimiter a spreadsheet saved it with', () => {
    for (const delimiter of [',', ';', '\t']) {
      const file = parseLines([
        HEADER.replaceAll(',', delimiter),
        ['Ann', 'Lee', 'https://www.linkedin.com/in/ann', '', 'Acme', '', '01 Jan 2020'].join(
          delimiter,
        ),
      ]);
      expect(file.format).toBe('linkedin-connections');
      expect(onlyPerson(file).roles[0]?.organisation).toBe('Acme');
    }
  });

  it('keeps columns that it does not know, word for word', () => {
    const file = parseLines([
      `${HEADER},Premium?`,
      'Ann,Lee,https://www.linkedin.com/in/ann,,,,01 Jan 2020, yes  indeed ',
    ]);
    expect(onlyPerson(file).extra).toEqual([{ name: 'Premium?', value: ' yes  indeed ' }]);
  });

  it('does not take the heading of a second file behind the first for a person', () => {
    const file = parseLines([HEADER, 'Ann,Lee,,,,,', HEADER, 'Tom,Brown,,,,,']);
    expect(file.people.map(({ name }) => name)).toEqual(['Ann Lee', 'Tom Brown']);
    expect(file.leftOut).toEqual([{ line: 3, reason: 'The heading once more.' }]);
  });

  it('gives one account for all forms of a profile link', () => {
    const links = [
      'https://www.linkedin.com/in/ann-lee',
      'http://uk.linkedin.com/in/Ann-Lee/',
      'linkedin.com/in/ann-lee?trk=x',
      'https://www.linkedin.com/in/ann%2Dlee/de',
    ];
    const file = parseLines([HEADER, ...links.map((link) => `Ann,Lee,${link},,,,01 Jan 2020`)]);
    const handles = file.people.map(({ accounts }) => accounts[0]?.handle);
    expect(new Set(handles)).toEqual(new Set(['ann-lee']));
  });
});
