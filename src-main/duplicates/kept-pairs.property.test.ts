import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import { runToEnd } from '../graph/index.ts';
import { findLikelyPairs, pairsByAddress } from './find-duplicates.ts';
import type { LikelyPair } from './judge-pair.ts';
import { knownPairs, likelyPairs } from './kept-pairs.ts';
import { lookAgain } from './look-again.ts';
import { mostBearers } from './pair-reasons.ts';
import { beginToFollow } from './touched-people.ts';

/* Many bear one of few names, so that sizes of groups pass their limits in both directions. */
const names = [
  'Jane Doe',
  'Jayne Doe',
  'J Doe',
  'Jane Ann Doe',
  'Jon Doe',
  'John Doe',
  'Tom Okafor',
  'Tom Okafro',
  'Tim Okafor',
  'Zoë Ray',
];
const emails = ['a@x.example', 'A@X.example', 'b@x.example'];
const organisations = ['Acme', 'Zebra', 'Moonrake'];
const birthdays = ['1980-05-06', '--05-06', '1990-01-01', null];
const person = fc.record({
  name: fc.constantFrom(...names),
  email: fc.option(fc.constantFrom(...emails), { nil: undefined }),
  phone: fc.option(fc.constantFrom('0161 496 0101', '0161 496 0202'), { nil: undefined }),
  organisation: fc.option(fc.constantFrom(...organisations), { nil: undefined }),
});

const at = fc.nat(30);
const change = fc.oneof(
  fc.record({ what: fc.constant('create' as const), person }),
  fc.record({ what: fc.constant('rename' as const), at, name: fc.constantFrom(...names) }),
  fc.record({ what: fc.constant('born' as const), at, on: fc.constantFrom(...birthdays) }),
  fc.record({ what: fc.constant('email' as const), at, value: fc.constantFrom(...emails) }),
  fc.record({ what: fc.constant('unreach' as const), at }),
  fc.record({ what: fc.constant('role' as const), at, where: fc.constantFrom(...organisations) }),
  fc.record({ what: fc.constant('unrole' as const), at }),
  fc.record({ what: fc.constant('remove' as const), at, count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ what: fc.constant('same' as const), at, other: at }),
  fc.record({ what: fc.constant('different' as const), at, other: at }),
  fc.record({ what: fc.constant('undo' as const) }),
  fc.record({ what: fc.constant('redo' as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const rows = (test: TestBook, table: string, id: PersonId): number[] =>
  test.book.column<number>(`SELECT id FROM ${table} WHERE person_id = @id`, { id });

/** What a change calls; null when there is nobody or nothing for it. */
function callOf(test: TestBook, drawn: Change): readonly [string, object] | null {
  const people = test.book.column<PersonId>('SELECT id FROM person WHERE is_me = 0 ORDER BY id');
  const pick = (place: number): PersonId | undefined => people[place % Math.max(1, people.length)];
  if (drawn.what === 'create') return ['people.create', drawn.person];
  if (drawn.what === 'undo' || drawn.what === 'redo') return [`book.${drawn.what}`, {}];
  const id = pick(drawn.at);
  if (id === undefined) return null;
  switch (drawn.what) {
    case 'rename':
      return ['people.update', { id, name: drawn.name }];
    case 'born':
      return ['people.update', { id, birthday: drawn.on }];
    case 'email':
      return ['people.addContactPoint', { id, kind: 'email', value: drawn.value }];
    case 'unreach': {
      const [contactPointId] = rows(test, 'contact_point', id);
      return contactPointId === undefined
        ? null
        : ['people.removeContactPoint', { id, contactPointId }];
    }
    case 'role':
      return ['people.addRole', { id, organisation: drawn.where }];
    case 'unrole': {
      const [roleId] = rows(test, 'role', id);
      return roleId === undefined ? null : ['people.removeRole', { id, roleId }];
    }
    case 'remove':
      return ['people.remove', { ids: people.slice(0, drawn.count) }];
    default: {
      const other = pick(drawn.other);
      if (other === undefined || other === id) return null;
      return drawn.what === 'same'
        ? ['duplicates.merge', { keep: id, gone: other }]
        : ['duplicates.tellApart', { a: id, b: other }];
    }
  }
}

const fresh = (test: TestBook): readonly LikelyPair[] =>
  runToEnd(findLikelyPairs(test.book)).ordered;

describe('likely pairs of a book that changes', () => {
  it('are, after any changes and undos, those that looking at everybody finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: mostBearers - 2, maxLength: mostBearers + 6 }),
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        async (people, rounds) => {
          const test = makeTestBook();
          try {
            await test.call('book.setMe', { name: 'Mara Me' });
            for (const each of people) await test.call('people.create', each);
            const context = { ...test.context(), book: test.opened.reader };
            await likelyPairs(context);
            for (const round of rounds) {
              for (const drawn of round) {
                const call = callOf(test, drawn);
                // some are refused: an undo of nothing, say
                if (call !== null) await test.dispatch(...call);
              }
              const known = knownPairs(context.book);
              expect(known, 'everybody was looked at again').not.toBeNull();
              expect(known).toEqual(fresh(test));
            }
          } finally {
            test.close();
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are those of the book as it is in the end, whatever changes while they are looked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 8, maxLength: 16 }),
        fc.array(fc.tuple(fc.nat(12), change), { maxLength: 6 }),
        async (people, changes) => {
          const test = makeTestBook();
          try {
            for (const each of people) await test.call('people.create', each);
            const book = test.opened.reader;
            const touched = beginToFollow(book);
            const steps = findLikelyPairs(book);
            let step = steps.next();
            for (let count = 0; step.done !== true; count++) {
              for (const [, drawn] of changes.filter(([when]) => when === count)) {
                const call = callOf(test, drawn);
                if (call !== null) await test.dispatch(...call);
              }
              step = steps.next();
            }
            expect(lookAgain(book, step.value, touched)).toBe(true);
            expect(step.value.ordered).toEqual(fresh(test));
          } finally {
            test.close();
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a first look', () => {
  it('finds just the pairs that share an address, of all that are found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 4, maxLength: 16 }), async (people) => {
        const test = makeTestBook();
        try {
          for (const each of people) await test.call('people.create', each);
          const pairOf = ({ low, high }: LikelyPair): string => `${low} ${high}`;
          const byAddress = fresh(test).filter(({ reasons }) =>
            reasons.some(({ kind }) => kind === 'sameEmail' || kind === 'samePhone'),
          );
          const first = pairsByAddress(test.book);
          expect(first.map(pairOf).toSorted()).toEqual(byAddress.map(pairOf).toSorted());
          const shown = await test.call<{ isComplete: boolean; total: number }>('duplicates.find', {
            isFirstLook: true,
          });
          expect(shown).toMatchObject({ isComplete: false, total: first.length });
          const all = await test.call<{ total: number }>('duplicates.find');
          expect(await test.call('duplicates.find', { isFirstLook: true })).toMatchObject({
            isComplete: true,
            total: all.total,
          });
        } finally {
          test.close();
        }
      }),
      { numRuns: 20 },
    );
  });
});
