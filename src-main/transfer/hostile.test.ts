import { strToU8 } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openSource } from './open-source.ts';
import { BOMBS } from './testing/bombs.ts';
import { expectTakenOrRefused } from './testing/expect-taken-or-refused.ts';
import { parseBytes, parseLines, refusalOf } from './testing/fixture.ts';

const LINKEDIN = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';

describe('files that mean harm', () => {
  it('takes __proto__ and constructor for plain names of columns, people and properties', () => {
    const file = parseLines([
      'name,__proto__,constructor,toString,hasOwnProperty',
      '__proto__,polluted,1,2,3',
      'constructor,,,,',
    ]);
    expect(file.people.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(file.people[0]?.extra).toEqual([
      { name: '__proto__', value: 'polluted' },
      { name: 'constructor', value: '1' },
      { name: 'toString', value: '2' },
      { name: 'hasOwnProperty', value: '3' },
    ]);
    parseLines(['BEGIN:VCARD', 'FN:Jane', '__proto__:x', 'constructor;__proto__=1:y', 'END:VCARD']);
    parseLines([
      '{"friends_v2":[{"name":"a","__proto__":{"polluted":1}}],"__proto__":{"polluted":1}}',
    ]);
    parseLines(['From,To,__proto__', '__proto__,constructor,1']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('keeps formulas, scripts and links as text', () => {
    const nasty = ["=cmd|'/c calc'!A1", '<script>alert(1)</script>', 'javascript:alert(1)'];
    const file = parseLines([LINKEDIN, ...nasty.map((text) => `"${text}",,"${text}",,,,`)]);
    expect(file.people.map(({ name }) => name)).toEqual(nasty);
    // What is no link is no account's address: only the name is left to know them by.
    expect(file.people.map(({ accounts }) => [accounts[0]?.url, accounts[0]?.weak])).toEqual([
      [null, true],
      [null, true],
      [null, true],
    ]);
  });

  it('takes NUL, lone surrogates and marks that reorder out of names', () => {
    const file = parseLines([
      '{"friends_v2":[{"name":"Ja\\u0000ne \\ud83d"},{"name":"\\u202eeoD nhoJ"},{"name":"\\u200b\\u2066"}]}',
    ]);
    expect(file.people.map(({ name }) => name)).toEqual(['Ja ne \uFFFD', 'eoD nhoJ', '\u200b']);
  });

  it('refuses 100,000 columns and lines of 20 MB, whatever the format', () => {
    const wide = `${LINKEDIN}${',x'.repeat(100_000)}\nA,B\n`;
    expect(refusalOf(() => parseLines([wide])).code).toBe('TOO_LARGE');
    expect(refusalOf(() => parseLines([`a${',b'.repeat(100_000)}`], { format: 'csv' })).code).toBe(
      'TOO_LARGE',
    );
    const long = 'x'.repeat(20_000_000);
    expect(refusalOf(() => parseLines([LINKEDIN, `A,B,${long}`])).code).toBe('TOO_LARGE');
    expect(refusalOf(() => parseLines([long])).code).toBe('UNKNOWN_FORMAT');
    expect(parseLines(['Jane Doe', 'Tom Brown', long]).leftOut.map(({ line }) => line)).toEqual([
      3,
    ]);
    const chat = parseLines(['04/03/2025, 14:06 - Jane: hi', '04/03/2025, 14:06 - Tom: hi', long]);
    expect(chat.people).toHaveLength(2);
  });

  it('leaves out a photo of 50 MB and keeps the person', () => {
    const photo = Buffer.alloc(37_500_000, 0xff).toString('base64');
    const file = parseLines([
      'BEGIN:VCARD',
      'FN:Jane',
      `PHOTO;ENCODING=b:${photo}`,
      'TEL:1',
      'END:VCARD',
    ]);
    expect(file.people).toMatchObject([{ name: 'Jane', photo: null, phones: [{ value: '1' }] }]);
    expect(file.warnings).toEqual([expect.stringContaining('left out')]);
  });

  it('refuses a file of more than 256 MB before reading it', () => {
    expect(refusalOf(() => parseBytes(new Uint8Array(257 * 1024 * 1024))).code).toBe('TOO_LARGE');
  });

  it('reads a file whose charset label is wrong or unknown', () => {
    for (const label of ['no-such-charset', 'utf-7', '__proto__', '"', 'UTF-16']) {
      const card = `BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=${label}:Jürgen\nEND:VCARD\n`;
      for (const charset of ['utf-8', 'windows-1252']) {
        const { people } = parseBytes(iconv.encode(card, charset));
        expect(people.map(({ name }) => name)).toEqual(['Jürgen']);
      }
    }
  });

  it('takes what is deep, empty or of the wrong type in JSON for nothing', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    for (const text of [
      deep,
      'null',
      '1',
      '"a"',
      '[]',
      '{}',
      '[[]]',
      '{"friends_v2":{}}',
      '{"friends_v2":null}',
    ]) {
      expectTakenOrRefused(strToU8(text));
      for (const format of ['facebook', 'x', 'instagram', 'bluesky'])
        expectTakenOrRefused(strToU8(text), format);
    }
    const odd = parseLines([
      '{"friends_v2":[1,null,[],"a",{"name":5},{"name":["a"]},{"name":"Ann"}]}',
    ]);
    expect(odd.people.map(({ name }) => name)).toEqual(['Ann']);
    expect(odd.leftOut).toHaveLength(6);
  });

  it('does not follow a folder out of itself', () => {
    const entries = [
      { path: '../../etc/passwd', bytes: strToU8('root:x:0:0') },
      { path: 'a/Connections.csv', bytes: strToU8(`${LINKEDIN}\nA,B,,,,,\n`) },
    ];
    const { files, leftAlone } = openSource(entries);
    expect(files.map(({ path }) => path)).toEqual(['a/Connections.csv']);
    expect(leftAlone).toHaveLength(1);
  });
});

describe('100,000 of what makes a parser look back or forth each time', () => {
  /** What built-in functions do is not counted in `growth.test.ts`; by the square it would run into the time limit. */
  it.each(BOMBS)('%s', (_, make) => {
    expectTakenOrRefused(strToU8(make(100_000)));
  });
});
