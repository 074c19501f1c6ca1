import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, cleanNote } from './clean-text.ts';
import { normaliseEmail, normalisePhone } from '../../tables/contact-points.ts';
import { makeEmail } from './contact-values.ts';
import { dateOfUnixTime, guessDateOrder, makeDate, parseBirthday, parseDate } from './dates.ts';
import { accountOfUrl, platformKey } from './platforms.ts';

describe('dates', () => {
  it.each([
    ['08 Feb 2026', '2026-02-08'],
    ['8-Feb-2026', '2026-02-08'],
    ['2026-02-08T23:59:59-08:00', '2026-02-08'],
    ['2026/2/8', '2026-02-08'],
    ['20260208', '2026-02-08'],
    ['September 1, 2026 8:15 AM', '2026-09-01'],
    ['Tuesday, Sep 1, 2026', '2026-09-01'],
    ['08/02/2026', '2026-02-08'],
    ['8.2.26', '2026-02-08'],
    ['12/31/2026', '2026-12-31'],
    ['2026-02-30', null],
    ['31/31/2026', null],
    ['yesterday', null],
    ['', null],
    ['0/0/00', null],
  ])('reads %j as %j', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it('reads all-number dates in the order that it is told', () => {
    expect(parseDate('1/2/2026', 'mdy')).toBe('2026-01-02');
    expect(parseDate('1/29/26, 2:37 PM', 'mdy')).toBe('2026-01-29');
    expect(guessDateOrder(['1/2/2026', '1/13/2026'], 'GB')).toBe('mdy');
    expect(guessDateOrder(['1/2/2026', '13/1/2026'], 'US')).toBe('dmy');
    expect(guessDateOrder(['1/2/2026'], 'US')).toBe('mdy');
    expect(guessDateOrder(['1/2/2026'], 'GB')).toBe('dmy');
  });

  it('makes a date of just those days that exist', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (day) => {
          const iso = day.toISOString().slice(0, 10);
          expect(makeDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())).toBe(iso);
          expect(parseDate(iso)).toBe(iso);
        },
      ),
      { numRuns: 2000 },
    );
    expect(makeDate(2025, 2, 29)).toBeNull();
    expect(makeDate(2025, 13, 1)).toBeNull();
    expect(makeDate(Number.NaN, 1, 1)).toBeNull();
  });

  it('reads Unix times in seconds and milliseconds, and nothing else', () => {
    expect(dateOfUnixTime(1562654614)).toBe('2019-07-09');
    expect(dateOfUnixTime(1562654614000)).toBe('2019-07-09');
    for (const value of [0, -1, Number.NaN, Infinity, 1e300, '1562654614', null]) {
      expect(dateOfUnixTime(value)).toBeNull();
    }
  });

  it('reads birthdays without a year', () => {
    expect(parseBirthday(' --02-29')).toBe('--02-29');
    expect(parseBirthday('--02-30')).toBeNull();
    expect(parseBirthday('1980-02-29')).toBe('1980-02-29');
  });
});

describe('e-mail addresses and numbers', () => {
  it.each([
    ['Jane@Example.COM ', 'jane@example.com'],
    ['mailto:jane@x.example', 'jane@x.example'],
    ['Jane Doe <jane@x.example>', 'jane@x.example'],
    ['jane', null],
    ['a@b@c', null],
    ['a b@c.example', null],
  ])('compares the address %j as %j', (text, address) => {
    expect(normaliseEmail(text)).toBe(address);
  });

  it('keeps an address as written', () => {
    expect(makeEmail(' Jane@X.example ')).toEqual({
      value: 'Jane@X.example',
      normalised: 'jane@x.example',
      label: null,
      preferred: false,
    });
    expect(makeEmail('  ')).toBeNull();
  });

  it.each([
    ['07700 900123', 'GB', '+447700900123'],
    ['+44 (0)7700 900123', 'DE', '+447700900123'],
    ['0044 7700 900123', 'GB', '+447700900123'],
    ['030 123456', 'DE', '+4930123456'],
    ['(201) 555-0123', 'US', '+12015550123'],
    ['+1-418-656-9254;ext=102', 'GB', '+14186569254;ext=102'],
    ['01632 960001 ext. 5', 'GB', '+441632960001;ext=5'],
    ['123456', 'GB', null],
    ['12', 'GB', null],
    ['Mum', 'GB', null],
    ['07700 900123', '??', null],
  ])('compares the number %j in %s as %j', (text, country, number) => {
    expect(normalisePhone(text, country)).toBe(number);
  });
});

describe('accounts behind links', () => {
  it.each([
    ['https://twitter.com/Jane_Doe', 'x', 'jane_doe'],
    ['https://x.com/@jane', 'x', 'jane'],
    ['https://www.instagram.com/_u/jane/', 'instagram', 'jane'],
    ['https://m.facebook.com/jane.doe', 'facebook', 'jane.doe'],
    ['https://bsky.app/profile/jane.bsky.social', 'bluesky', 'jane.bsky.social'],
    ['https://mastodon.example/@Jane', 'mastodon', 'jane@mastodon.example'],
    ['github.com/jane', 'github', 'jane'],
  ])('finds %s', (url, platform, handle) => {
    expect(accountOfUrl(url)).toMatchObject({ platform, handle, url, weak: false });
  });

  it('finds ids where there is no handle', () => {
    expect(accountOfUrl('https://twitter.com/intent/user?user_id=12')).toMatchObject({
      platform: 'x',
      externalId: '12',
      handle: null,
    });
    expect(accountOfUrl('https://www.facebook.com/profile.php?id=34')).toMatchObject({
      platform: 'facebook',
      externalId: '34',
    });
    expect(accountOfUrl('https://www.meetup.com/members/56/')).toMatchObject({
      platform: 'meetup',
      externalId: '56',
      handle: null,
    });
  });

  it.each([
    'javascript:alert(1)//linkedin.com/in/jane',
    'https://linkedin.com.evil.example/in/jane',
    'https://www.linkedin.com/company/acme',
    'https://www.instagram.com/p/abc',
    'https://twitter.com/search?q=jane',
    'data:text/html,https://x.com/jane',
    'not a link',
    '',
  ])('takes %j for nobody’s account', (url) => {
    expect(accountOfUrl(url)).toBeNull();
  });

  it('knows platforms by their names, and keeps a user’s own', () => {
    expect(platformKey('Facebook')).toBe('facebook');
    expect(platformKey('Twitter')).toBe('x');
    expect(platformKey('E-Mail')).toBe('email');
    expect(platformKey(' Chess  Club ')).toBe('Chess Club');
    expect(platformKey('constructor')).toBe('constructor');
    expect(platformKey(' ')).toBeNull();
  });
});

describe('text from strangers', () => {
  it('takes what reorders or hides out of names, and nothing else', () => {
    expect(cleanName('Jane\u202e\u0000 \u2066Doe\t\n')).toBe('Jane Doe');
    expect(cleanName('Zoe\u0308 \ud83d')).toBe('Zoë \uFFFD');
    expect(cleanName('👩‍💻 دیوید‌لوی')).toBe('👩‍💻 دیوید‌لوی');
    expect(cleanName('\u200e\ufeff')).toBeNull();
  });

  it('is done with cleaning after one time, and never leaves an empty text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const clean of [cleanName, cleanNote]) {
          const once = clean(text);
          expect(once).not.toBe('');
          expect(clean(once)).toBe(once);
          expect(once?.isWellFormed() ?? true).toBe(true);
          expect(once ?? '').not.toContain('\0');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
