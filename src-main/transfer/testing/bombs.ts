/** Files that grow by a number: honest ones, and such as make a careless parser work by the square. */

/** What it is, and the text of a file of that size. */
type Growing = readonly [string, (size: number) => string];

const times = (size: number, line: (index: number) => string): string =>
  Array.from({ length: size }, (_, index) => line(index)).join('\n');

/** Plain files of each form, so many rows long. */
export const GROWING: readonly Growing[] = [
  [
    'LinkedIn connections',
    (n) =>
      `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${times(n, (i) => `Jane,Doe ${i},https://www.linkedin.com/in/j${i},,Acme,Editor,08 Feb 2026`)}`,
  ],
  [
    'Facebook friends',
    (n) => `{"friends_v2":[${times(n, (i) => `{"name":"Jane ${i}"},`)}{"name":"Tom"}]}`,
  ],
  [
    'Google contacts',
    (n) =>
      `First Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\n${times(n, (i) => `Jane,,Doe,a ::: b,Work,j${i}@x.example ::: k${i}@x.example`)}`,
  ],
  [
    'cards',
    (n) => times(n, (i) => `BEGIN:VCARD\nVERSION:3.0\nFN:J ${i}\nTEL:+4420794600${i}\nEND:VCARD`),
  ],
  [
    'a mailbox',
    (n) =>
      times(
        n,
        (i) =>
          `From a@x.example Mon Feb 02 10:00:00 2026\nFrom: A <a@x.example>\nTo: J <j${i}@x.example>, K <k@x.example>\nDate: 2 Feb 2026\nMessage-ID: <${i}>\n\nHi\n`,
      ),
  ],
  [
    'a calendar',
    (n) =>
      `BEGIN:VCALENDAR\n${times(n, (i) => `BEGIN:VEVENT\nUID:${i}\nDTSTART:20260202T100000Z\nATTENDEE;CN=J:mailto:j${i}@x.example\nEND:VEVENT`)}\nEND:VCALENDAR`,
  ],
  [
    'guests',
    (n) =>
      `guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at\n${times(n, (i) => `g${i},Jane Doe,Jane,Doe,j${i}@x.example,,2026-01-01T10:00:00Z,approved,`)}`,
  ],
  [
    'ties',
    (n) => `From,To,Platform,Strength,Since,Note\n${times(n, (i) => `J${i},K${i},Facebook,0.5,,`)}`,
  ],
];

export const BOMBS: readonly Growing[] = [
  [
    'recipients',
    (n) => `From: a@x.example\nDate: 2 Feb 2026\nTo: b@x.example${',c@x.example'.repeat(n)}\n\n`,
  ],
  [
    'groups of recipients',
    (n) => `From: a@x.example\nDate: 2 Feb 2026\nTo: ${'g:'.repeat(n)}b@x.example\n\n`,
  ],
  [
    'comments in an address',
    (n) => `From: a@x.example\nDate: 2 Feb 2026\nTo: ${'('.repeat(n)}b@x.example\n\n`,
  ],
  [
    'encoded words',
    (n) =>
      `From: a@x.example\nDate: 2 Feb 2026\nTo: ${'=?utf-8?Q?a?= '.repeat(n)}<b@x.example>\n\n`,
  ],
  [
    'folded headers',
    (n) => `From: a@x.example\nDate: 2 Feb 2026\nTo: b@x.example${'\n c'.repeat(n)}\n\n`,
  ],
  [
    'letters without headers',
    (n) => `From a 1:00 2026\nTo: b\n\n${'From a 1:00 2026\n\n'.repeat(n)}`,
  ],
  [
    'folds in a calendar',
    (n) =>
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260202\nSUMMARY:a${'\n b'.repeat(n)}\nEND:VEVENT\nEND:VCALENDAR`,
  ],
  ['events never closed', (n) => `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nUID:1\n'.repeat(n)}`],
  ['calendars never closed', (n) => 'BEGIN:VCALENDAR\n'.repeat(n)],
  [
    'parameters of an event',
    (n) =>
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260202\nATTENDEE${';X=1'.repeat(n)}:mailto:b@x.example\nEND:VEVENT\nEND:VCALENDAR`,
  ],
  ['folds', (n) => `BEGIN:VCARD\nNOTE:a${'\n b'.repeat(n)}\nFN:J\nEND:VCARD`],
  [
    'soft breaks',
    (n) => `BEGIN:VCARD\nVERSION:2.1\nNOTE;QUOTED-PRINTABLE:a${'=\nb'.repeat(n)}\nFN:J\nEND:VCARD`,
  ],
  ['unfolded text', (n) => `BEGIN:VCARD\nFN:J\nNOTE:a${'\nno colon'.repeat(n)}\nEND:VCARD`],
  ['cards never closed', (n) => 'BEGIN:VCARD\nFN:J\n'.repeat(n)],
  ['agents never closed', (n) => `BEGIN:VCARD\nFN:J\n${'AGENT:\nBEGIN:VCARD\n'.repeat(n)}`],
  ['parameters', (n) => `BEGIN:VCARD\nFN${';A=b'.repeat(n)}:J\nEND:VCARD`],
  ['quotes in parameters', (n) => `BEGIN:VCARD\nFN;A="${';"'.repeat(n)}:J\nEND:VCARD`],
  ['escapes', (n) => `BEGIN:VCARD\nFN:J\nORG:${'\\;;'.repeat(n)}\nEND:VCARD`],
  [
    'group labels',
    (n) =>
      `BEGIN:VCARD\nFN:J\n${Array.from({ length: n }, (_, i) => `item${i}.X-ABRELATEDNAMES:T\nitem${i}.X-ABLabel:x`).join('\n')}\nEND:VCARD`,
  ],
  ['quoted cells', (n) => `name,note\n${'J,"a ""b"" c"\n'.repeat(n)}`],
  ['bad quotes', (n) => `name,note\n${'J,"a" b\n'.repeat(n)}`],
  ['one open quote', (n) => `name,note\nJ,"a\n${'T,b\n'.repeat(n)}`],
  ['blank lines', (n) => `name,note\n${'\n'.repeat(n)}J,a`],
  ['entries', (n) => `{"friends_v2":[${'{"name":"J"},'.repeat(n)}{"name":"J"}]}`],
  ['braces in names', (n) => `{"friends_v2":[{"name":"${'[{\\"'.repeat(n)}"}]}`],
  ['chat lines', (n) => '04/03/2025, 14:06 - J: a\n'.repeat(n)],
  ['chat without end', (n) => `04/03/2025, 14:06 - J: a\n04/03/2025, 14:06 - ${'a '.repeat(n)}`],
  ['names', (n) => 'Jane Doe\n'.repeat(n)],
  [
    'addresses',
    (n) => `Jane Doe\nTom Brown\n${`${'a@'.repeat(100)}\n`.repeat(Math.ceil(n / 100))}`,
  ],
  ['spaces', (n) => `name,email\n"J${' '.repeat(n)}D","${' '.repeat(n)}"`],
  [
    'messages',
    (n) =>
      `CONVERSATION ID,FROM,TO,DATE\n${Array.from({ length: n }, (_, i) => `${i},P${i},Me,2026-01-01`).join('\n')}`,
  ],
];
