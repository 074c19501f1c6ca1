import { describe, expect, it } from 'vitest';
import { onlyPerson, parseLines } from '../testing/fixture.ts';

const ME = 'https://www.linkedin.com/in/me';
const JANE = 'https://www.linkedin.com/in/jane';
const TOM = 'https://www.linkedin.com/in/tom';

describe('LinkedIn messages', () => {
  const file = parseLines([
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER',
    `a,,"Jane Doe, MBA",${JANE},Me Myself,${ME},2026-02-01 14:22:10 UTC,,"secret, one`,
    'and two",INBOX',
    `a,,Me Myself,${ME},"Jane Doe, MBA",${JANE},2026-02-03 09:00:00 UTC,,secret,INBOX`,
    `b,,Me Myself,${ME},"Jane Doe, MBA,Tom Brown","${JANE},${TOM}",2026-01-01 09:00:00 UTC,,secret,SENT`,
    `b,,Tom Brown,${TOM},"Me Myself,Jane","${ME},${JANE}",2026-01-02 09:00:00 UTC,,secret,INBOX`,
    ',,LinkedIn Member,,,,2026-01-02 09:00:00 UTC,,secret,INBOX',
  ]);

  it('counts who wrote to whom, and finds whose mailbox it is', () => {
    expect(file).toMatchObject({
      format: 'linkedin-messages',
      kind: 'interactions',
      asOf: '2026-02-03',
      owner: { name: 'Me Myself', accounts: [{ handle: 'me' }] },
    });
    expect(file.people.map(({ name, line, interactions }) => [name, line, interactions])).toEqual([
      [
        'Jane Doe, MBA',
        2,
        [
          { kind: 'message', direction: 'in', count: 1, first: '2026-02-01', last: '2026-02-01' },
          { kind: 'message', direction: 'out', count: 2, first: '2026-01-01', last: '2026-02-03' },
        ],
      ],
      [
        null,
        5,
        [
          { kind: 'message', direction: 'out', count: 1, first: '2026-01-01', last: '2026-01-01' },
          { kind: 'message', direction: 'in', count: 1, first: '2026-01-02', last: '2026-01-02' },
        ],
      ].map((value, index) => (index === 0 ? 'Tom Brown' : value)),
    ]);
    expect(file.leftOut.map(({ line }) => line)).toEqual([7]);
  });

  it('keeps no word of what was written', () => {
    expect(JSON.stringify(file)).not.toContain('secret');
  });
});

describe('LinkedIn invitations, recommendations and notes', () => {
  it('reads both directions of invitations', () => {
    const file = parseLines([
      'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl',
      `Me,Jane,"1/29/26, 2:37 PM",secret,OUTGOING,${ME},${JANE}`,
      `Tom,Me,"12/3/25, 9:01 AM",,INCOMING,${TOM},${ME}`,
      'Tom,Me,,,SIDEWAYS,,',
    ]);
    expect(file).toMatchObject({ format: 'linkedin-invitations', owner: { name: 'Me' } });
    expect(file.people.map(({ name, interactions }) => [name, interactions[0]])).toEqual([
      [
        'Jane',
        { kind: 'invitation', direction: 'out', count: 1, first: '2026-01-29', last: '2026-01-29' },
      ],
      [
        'Tom',
        { kind: 'invitation', direction: 'in', count: 1, first: '2025-12-03', last: '2025-12-03' },
      ],
    ]);
    expect(file.leftOut).toHaveLength(1);
    expect(JSON.stringify(file)).not.toContain('secret');
  });

  it('reads recommendations without their text', () => {
    const file = parseLines([
      'First Name,Last Name,Company,Job Title,Text,Creation Date,Status',
      'Jane,Doe,Acme,Editor,"secret praise","01/29/26, 02:37 PM",VISIBLE',
    ]);
    expect(file.format).toBe('linkedin-recommendations');
    expect(onlyPerson(file)).toMatchObject({
      name: 'Jane Doe',
      roles: [{ organisation: 'Acme', title: 'Editor' }],
      interactions: [{ kind: 'recommendation', direction: null, last: '2026-01-29' }],
      extra: [],
    });
    expect(JSON.stringify(file)).not.toContain('secret');
  });

  it('reads notes, which are the owner’s own words', () => {
    const file = parseLines([
      'Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On',
      `Jane,Doe,${JANE},"met at ""Brews""","1/29/26, 2:37 PM",`,
    ]);
    expect(file.format).toBe('linkedin-notes');
    expect(onlyPerson(file)).toMatchObject({
      note: 'met at "Brews"',
      accounts: [{ handle: 'jane' }],
    });
  });
});
