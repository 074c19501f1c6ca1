import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { AppError } from '../contract/result.ts';
import { addAccount } from './accounts.ts';
import { addOtherName, insertPerson, personHints, personRefs } from './persons.ts';
import { ensureMe, meId, requireMe, resolvePerson } from './resolve-person.ts';
import { addRole } from './roles.ts';
import { addContactPoint } from './contact-points.ts';

const now = '2026-06-15T12:00:00.000Z';
let test: TestBook;
beforeEach(() => {
  test = makeTestBook();
});
afterEach(() => test.close());

function add(displayName: string | null) {
  return insertPerson(test.book, { displayName }, now);
}

function refusal(action: () => unknown): AppError {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

it('prefers the exact name over one that only folds alike', () => {
  const accented = add('Zoë Doe');
  const plain = add('Zoe Doe');
  expect(resolvePerson(test.book, 'Zoe Doe')).toBe(plain);
  expect(resolvePerson(test.book, 'Zoë Doe')).toBe(accented);
  expect(refusal(() => resolvePerson(test.book, 'zoe doe')).code).toBe('AMBIGUOUS_NAME');
});

it('finds the only one whose name folds alike, and by another name', () => {
  const id = add('Zoë Doe');
  addOtherName(test.book, id, 'former', 'Zoë Smith');
  expect(resolvePerson(test.book, '  ZOE DOE ')).toBe(id);
  expect(resolvePerson(test.book, 'zoe smith')).toBe(id);
  expect(resolvePerson(test.book, `#${id}`)).toBe(id);
});

it('prefers a display name over the other name of somebody else', () => {
  const aliased = add('Ann Lee');
  addOtherName(test.book, aliased, 'alias', 'Ann Ray');
  const named = add('Ann Ray');
  expect(resolvePerson(test.book, 'Ann Ray')).toBe(named);
});

it('lists the candidates of an ambiguous name with what tells them apart', () => {
  const first = add('Tom Brown');
  const second = add('Tom Brown');
  addRole(test.book, { personId: first, organisation: 'Acme', title: 'printer' });
  addContactPoint(test.book, { personId: first, kind: 'email', value: 'tom@acme.example' });
  const error = refusal(() => resolvePerson(test.book, 'Tom Brown'));
  expect(error.code).toBe('AMBIGUOUS_NAME');
  expect(error.details).toEqual({
    candidates: [
      { id: first, name: 'Tom Brown', hint: 'Acme, printer · tom@acme.example' },
      { id: second, name: 'Tom Brown', hint: '' },
    ],
  });
  expect(error.message).toContain(`#${first} (Acme, printer · tom@acme.example), #${second}.`);
});

it.each(['Nobody', '#999', '#0', '# 1', ''])('refuses %j as somebody who is not there', (text) => {
  expect(refusal(() => resolvePerson(test.book, text)).code).toBe('NOT_FOUND');
});

it('calls a person without a name after an account', () => {
  const id = add(null);
  expect(personRefs(test.book, [id]).get(id)?.name).toBe(`Unnamed person ${id}`);
  addAccount(test.book, { personId: id, platformId: 3, externalId: '605297950' });
  expect(personRefs(test.book, [id]).get(id)).toEqual({
    id,
    name: 'X account 605297950',
    isNamed: false,
  });
});

it('describes any number of people, and leaves out those who are not there', () => {
  const ids = Array.from({ length: 40_000 }, (_, index) => add(`Person ${index}`));
  const refs = personRefs(test.book, [...ids, 123_456 as (typeof ids)[number]]);
  expect(refs.size).toBe(40_000);
  expect(personHints(test.book, ids).size).toBe(40_000);
});

it('makes a placeholder for me once, and says what to do without one', () => {
  const error = refusal(() => requireMe(test.book));
  expect([error.code, meId(test.book)]).toEqual(['NO_ME', null]);
  const me = ensureMe(test.book, now);
  expect(ensureMe(test.book, now)).toBe(me);
  expect(requireMe(test.book)).toBe(me);
});
