import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import { runToEnd } from '../graph/index.ts';
import { addContactPoint } from '../tables/contact-points.ts';
import { foldName } from '../tables/fold-name.ts';
import { addOtherName, insertPerson } from '../tables/persons.ts';
import { addRole } from '../tables/roles.ts';
import { areAlike } from './alike-names.ts';
import { findLikelyPairs } from './find-duplicates.ts';

interface Drawn {
  readonly name: string | null;
  readonly alias: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organisation: string | null;
  readonly birthday: string | null;
}

const names = [
  'Jane Doe',
  'Jayne Doe',
  'jane doe',
  'J Doe',
  'Jane Ann Doe',
  'Tom Okafor',
  'Tom Okafro',
  'Zoë Ray',
];
const person: fc.Arbitrary<Drawn> = fc.record({
  name: fc.constantFrom(...names, null),
  alias: fc.constantFrom('Jane Doe', 'Zoe Ray', null, null, null),
  email: fc.constantFrom('a@x.example', 'A@X.example', 'b@x.example', null, null),
  phone: fc.constantFrom('+44 161 496 0101', '0161 496 0101', '+44 161 496 0202', null, null),
  organisation: fc.constantFrom('Acme', 'Zebra', null),
  birthday: fc.constantFrom('1980-05-06', '--05-06', '1990-01-01', null),
});
const answers = fc.array(fc.record({ a: fc.nat(9), b: fc.nat(9), isDifferent: fc.boolean() }), {
  maxLength: 3,
});

const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^(44|0)/, '');

/** Kinds of reasons by pair, from comparing everybody with everybody. */
function naivePairs(people: readonly Drawn[], asked: readonly [number, number, boolean][]) {
  const folded = people.map(({ name, alias }) =>
    [name, alias].filter((known) => known !== null).map(foldName),
  );
  const wordsOf = (index: number) =>
    (people[index]?.name ?? null) === null ? [] : (folded[index]?.[0] ?? '').split(' ');
  const count = (test: (index: number) => boolean) =>
    people.filter((_, index) => test(index)).length;
  const found = new Map<string, string[]>();
  for (let low = 0; low < people.length; low++) {
    for (let high = low + 1; high < people.length; high++) {
      const [a, b] = [people[low], people[high]];
      if (a === undefined || b === undefined) continue;
      const kinds: string[] = [];
      const sharesEmail = a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase();
      if (
        sharesEmail &&
        count((i) => people[i]?.email?.toLowerCase() === a.email?.toLowerCase()) <= 4
      )
        kinds.push('sameEmail');
      const number = a.phone === null ? null : digits(a.phone);
      const hasNumber = (other: Drawn | undefined) => digits(other?.phone ?? '') === number;
      if (number !== null && hasNumber(b) && count((i) => hasNumber(people[i])) <= 4)
        kinds.push('samePhone');
      const shared = (folded[low] ?? []).filter((name) => folded[high]?.includes(name));
      const sameplace = a.organisation !== null && a.organisation === b.organisation;
      if (shared.length > 0 && sameplace) kinds.push('sameNameAtOrganisation');
      if (shared.some((name) => count((i) => folded[i]?.includes(name) ?? false) <= 3))
        kinds.push('sameName');
      const alike = areAlike(wordsOf(low), wordsOf(high));
      if (alike && sameplace) kinds.push('alikeAtOrganisation');
      const common = wordsOf(low).filter((word) => wordsOf(high).includes(word));
      if (alike && common.some((word) => count((i) => wordsOf(i).includes(word)) <= 12))
        kinds.push('alikeNames');
      const answer = asked.find(([x, y]) => x === low && y === high);
      if (answer?.[2] === true) continue;
      if (answer !== undefined) kinds.push('asked');
      if (kinds.length === 0) continue;
      if (a.birthday !== null && b.birthday !== null) {
        const isYearKnown = !a.birthday.startsWith('--') && !b.birthday.startsWith('--');
        const same = isYearKnown
          ? a.birthday === b.birthday
          : a.birthday.slice(-5) === b.birthday.slice(-5);
        kinds.push(same ? 'sameBirthday' : 'otherBirthday');
      }
      found.set(`${low} ${high}`, kinds.toSorted());
    }
  }
  return found;
}

describe('finding people who may be one', () => {
  it('finds in blocks just what comparing everybody with everybody finds', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 16 }), answers, (people, drawn) => {
        const test = makeTestBook();
        try {
          const ids = people.map((drawnPerson): PersonId => {
            const { name, alias, birthday, organisation, email, phone } = drawnPerson;
            const id = insertPerson(
              test.book,
              { displayName: name, birthday },
              '2026-01-01T00:00:00Z',
            );
            if (alias !== null) addOtherName(test.book, id, 'alias', alias);
            if (organisation !== null) addRole(test.book, { personId: id, organisation });
            if (email !== null)
              addContactPoint(test.book, { personId: id, kind: 'email', value: email });
            if (phone !== null)
              addContactPoint(test.book, { personId: id, kind: 'phone', value: phone });
            return id;
          });
          const asked = new Map<string, [number, number, boolean]>();
          for (const { a, b, isDifferent } of drawn) {
            const [low, high] = [Math.min(a, b), Math.max(a, b)];
            if (low !== high && high < people.length)
              asked.set(`${low} ${high}`, [low, high, isDifferent]);
          }
          for (const [low, high, isDifferent] of asked.values()) {
            test.book.run(
              `INSERT INTO identity_question (low_person_id, high_person_id, reason, answer, answered_at)
               VALUES (@low, @high, 'why', @answer, NULL)`,
              {
                low: ids[low] ?? 0,
                high: ids[high] ?? 0,
                answer: isDifferent ? 'different' : null,
              },
            );
          }
          const pairs = runToEnd(findLikelyPairs(test.book)).ordered;
          const found = new Map(
            pairs.map(({ low, high, reasons }) => [
              `${ids.indexOf(low)} ${ids.indexOf(high)}`,
              reasons.map(({ kind }) => kind).toSorted(),
            ]),
          );
          expect(Object.fromEntries(found)).toEqual(
            Object.fromEntries(naivePairs(people, [...asked.values()])),
          );
          const scores = pairs.map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
        } finally {
          test.close();
        }
      }),
      { numRuns: 120 },
    );
  });
});
