import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import {
  accountKey,
  addAccount,
  comparableUrl,
  findAccount,
  findWeakAccounts,
} from './accounts.ts';
import { addContactPoint, findPersonsByMatchKey, matchKeyOf } from './contact-points.ts';
import { insertPerson } from './persons.ts';
import { findOrCreatePlatform, findPlatform } from './platforms.ts';
import { addRole } from './roles.ts';
import { addEvidence, directionSeenFrom, storedDirection } from './tie-evidence.ts';

let test: TestBook;
let ann: PersonId;
let bo: PersonId;
beforeEach(() => {
  test = makeTestBook();
  [ann, bo] = [add('Ann'), add('Bo')];
});
afterEach(() => test.close());

function add(displayName: string): PersonId {
  return insertPerson(test.book, { displayName }, '2026-06-15T12:00:00.000Z');
}

describe('roles', () => {
  const roles = () =>
    test.book.all(
      `SELECT organisation.name, title, started_on AS startedOn, is_current AS isCurrent
       FROM role LEFT JOIN organisation ON organisation.id = organisation_id ORDER BY role.id`,
    );

  it('adds nothing when an import says the same again', () => {
    const role = { personId: ann, organisation: 'Acme', title: 'Designer' };
    expect(addRole(test.book, role).isNew).toBe(true);
    expect(addRole(test.book, { ...role, organisation: ' ACME', title: 'designer' }).isNew).toBe(
      false,
    );
    expect(addRole(test.book, { personId: ann, organisation: 'Acme' }).isNew).toBe(false);
    expect(roles()).toEqual([{ name: 'Acme', title: 'Designer', startedOn: null, isCurrent: 1 }]);
  });

  it('fills in a title and a date that were missing', () => {
    addRole(test.book, { personId: ann, organisation: 'Acme' });
    addRole(test.book, {
      personId: ann,
      organisation: 'Acme',
      title: 'designer',
      startedOn: '2024-01-01',
    });
    expect(roles()).toEqual([
      { name: 'Acme', title: 'designer', startedOn: '2024-01-01', isCurrent: 1 },
    ]);
  });

  it('keeps another title, an earlier time and a past role apart', () => {
    addRole(test.book, {
      personId: ann,
      organisation: 'Acme',
      title: 'designer',
      startedOn: '2024-01-01',
    });
    addRole(test.book, { personId: ann, organisation: 'Acme', title: 'owner' });
    addRole(test.book, {
      personId: ann,
      organisation: 'Acme',
      title: 'designer',
      startedOn: '2020-01-01',
    });
    addRole(test.book, {
      personId: ann,
      organisation: 'Acme',
      title: 'designer',
      endedOn: '2019-01-01',
    });
    addRole(test.book, { personId: bo, organisation: 'Acme', title: 'designer' });
    expect(roles().length).toBe(5);
  });

  it('refuses a role of nothing, and one that ends before it begins', () => {
    expect(() => addRole(test.book, { personId: ann })).toThrow(/organisation or a title/);
    const backwards = { personId: ann, title: 'x', startedOn: '2024-01-01', endedOn: '2023-01-01' };
    expect(() => addRole(test.book, backwards)).toThrow(/cannot end \(2023-01-01\) before/);
  });
});

describe('ways to reach somebody', () => {
  it.each([
    ['email', 'Zoë <Zoe@ACME.example>', 'zoe@acme.example'],
    ['email', 'mailto:a@b.example', 'a@b.example'],
    ['email', 'no address', null],
    ['phone', '020 7946 0000', '+442079460000'],
    ['phone', 'tel:+49 30 901820', '+4930901820'],
    ['phone', '0044 20 7946 0000', '+442079460000'],
    ['phone', '12', null],
    ['url', 'https://acme.example', null],
  ] as const)('compares %s %j by %j', (kind, value, key) => {
    expect(matchKeyOf(kind, value, 'GB')).toBe(key);
  });

  it('finds who shares a number, written in any way, by the country of the book', () => {
    test.book.run("INSERT INTO setting (name, value) VALUES ('country', 'DE')");
    addContactPoint(test.book, { personId: ann, kind: 'phone', value: '030 901820' });
    addContactPoint(test.book, { personId: bo, kind: 'phone', value: '+49 (30) 901820' });
    expect(findPersonsByMatchKey(test.book, 'phone', '+4930901820')).toEqual([ann, bo]);
  });
});

describe('accounts', () => {
  it('finds an account by any strong mark it was ever seen with', () => {
    addAccount(test.book, { personId: ann, platformId: 3, externalId: '42', handle: 'Ann' });
    expect(findAccount(test.book, 3, { handle: 'ANN' })?.personId).toBe(ann);
    expect(findAccount(test.book, 3, { externalId: '42', handle: 'renamed' })?.personId).toBe(ann);
    expect(findAccount(test.book, 4, { handle: 'ann' })).toBeNull();
    addAccount(test.book, {
      personId: bo,
      platformId: 1,
      url: 'https://www.linkedin.com/in/bo/?x=1',
    });
    expect(findAccount(test.book, 1, { url: 'http://linkedin.com/in/bo' })?.personId).toBe(bo);
  });

  it('never takes a display name for a strong mark', () => {
    addAccount(test.book, { personId: ann, platformId: 2, displayName: 'Zoë Ray' });
    addAccount(test.book, { personId: bo, platformId: 2, displayName: 'zoe ray' });
    expect(findAccount(test.book, 2, { displayName: 'Zoë Ray' })).toBeNull();
    expect(findWeakAccounts(test.book, 2, 'ZOE RAY').map(({ personId }) => personId)).toEqual([
      ann,
      bo,
    ]);
    expect(accountKey({ displayName: 'Zoë Ray' })).toEqual({ key: 'name:zoe ray', isWeak: true });
  });

  it('completes an account it has, and lets nobody else have its key', () => {
    const first = addAccount(test.book, { personId: ann, platformId: 3, externalId: '42' });
    const again = addAccount(test.book, {
      personId: ann,
      platformId: 3,
      externalId: '42',
      handle: 'ann',
    });
    expect(again).toEqual({ id: first.id, isNew: false });
    expect(test.book.value('SELECT handle FROM account')).toBe('ann');
    expect(() => addAccount(test.book, { personId: bo, platformId: 3, externalId: '42' })).toThrow(
      /UNIQUE/,
    );
  });

  it('compares URLs without what varies between files', () => {
    const forms = ['https://www.acme.example/a/', 'http://ACME.example/a?b=c#d', 'acme.example/a'];
    expect(new Set(forms.map(comparableUrl))).toEqual(new Set(['acme.example/a']));
    expect(comparableUrl('not a url')).toBe('not a url');
  });
});

describe('platforms', () => {
  it('knows a platform by key, name and former name, and makes what is new', () => {
    expect(
      ['Facebook', 'facebook', 'E-Mail', 'Twitter'].map(
        (text) => findPlatform(test.book, text)?.key,
      ),
    ).toEqual(['facebook', 'facebook', 'email', 'x']);
    const made = findOrCreatePlatform(test.book, ' Chess Club ');
    expect(made).toMatchObject({ key: 'chess club', name: 'Chess Club', isDirected: false });
    expect(findOrCreatePlatform(test.book, 'CHESS CLUB').id).toBe(made.id);
  });
});

describe('evidence', () => {
  it('reads a follow back as it was put in, from either side', () => {
    const direction = fc.constantFrom('outgoing' as const, 'incoming' as const);
    const id = fc.integer({ min: 1, max: 9 }).map((number) => number as PersonId);
    fc.assert(
      fc.property(id, id, direction, (a, b, put) => {
        fc.pre(a !== b);
        const stored = storedDirection(a, b, put);
        expect(directionSeenFrom(a, b, stored)).toBe(put);
        expect(directionSeenFrom(b, a, stored)).not.toBe(put);
      }),
      { numRuns: 2000 },
    );
  });

  it('is there once for each kind, platform, direction, event; messages once a day', () => {
    const pieces = [
      { kind: 'told' },
      { kind: 'told', onDate: '2026-01-01', note: 'school' },
      { kind: 'platform_link', platformId: 1 },
      { kind: 'platform_link', platformId: 2 },
      { kind: 'platform_link', platformId: 1 },
      { kind: 'follow', platformId: 3, direction: 'outgoing' },
      { kind: 'follow', platformId: 3, direction: 'incoming' },
      { kind: 'message', onDate: '2026-01-01' },
      { kind: 'message', onDate: '2026-01-02' },
      { kind: 'message', onDate: '2026-01-02' },
    ] as const;
    const made = pieces.map((piece) => addEvidence(test.book, ann, bo, piece));
    expect(made.map(({ isNew }) => isNew)).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(made.map(({ isNewTie }) => isNewTie).filter(Boolean)).toEqual([true]);
    // what a second telling knew more is kept
    expect(
      test.book.get("SELECT on_date AS onDate, note FROM evidence WHERE kind = 'told'"),
    ).toEqual({
      onDate: '2026-01-01',
      note: 'school',
    });
  });

  it('refuses a tie of somebody with themselves', () => {
    expect(() => addEvidence(test.book, ann, ann, { kind: 'told' })).toThrow(
      /two different people/,
    );
  });
});
