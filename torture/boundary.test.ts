import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../src-main/book/testing/make-book.ts';
import { hashBook } from './history.ts';
import { insideContract, shellContract, storeContract } from '../src-main/contract/index.ts';
import { isPlainInput } from '../src-main/contract/plain-input.ts';

/*
 * Whatever a window sends, the store answers with a Result, and a call that it refuses leaves the book as it was.
 * Every method of the contract gets the same bad inputs: a new method is tested the day it is declared.
 */

const megabytes = 20;
const long = 'x'.repeat(megabytes * 1024 * 1024);

function nest(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = { value };
  return value;
}

/** No method takes anything but an object of declared keys. */
const notObjects: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['true', true],
  ['zero', 0],
  ['a negative number', -1],
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a big integer', 2n ** 70n],
  ['an empty text', ''],
  ['a text', 'people.list'],
  ['SQL', "'); DROP TABLE person; --"],
  ['a text of 20 MB', long],
  ['a lone surrogate', '\ud800'],
  ['an empty list', []],
  ['a list', [1, 2, 3]],
  ['a list with holes', Array.from({ length: 5 })],
  ['a date', new Date(0)],
  ['a map', new Map([['id', 1]])],
  ['a set', new Set([1])],
  ['a pattern', /./],
  ['an error', new Error('no')],
  ['bytes', new Uint8Array(16)],
  ['20 MB of bytes', new Uint8Array(megabytes * 1024 * 1024)],
  ['a buffer', new ArrayBuffer(8)],
];

/** Objects with a key that nobody declares. */
const strangeObjects: readonly (readonly [string, unknown])[] = [
  ['__proto__ as a key of its own', JSON.parse('{"__proto__":{"isAdmin":true}}')],
  ['constructor', { constructor: { prototype: { polluted: true } } }],
  ['prototype', { prototype: {} }],
  ['toString', { toString: 'x' }],
  ['hasOwnProperty', { hasOwnProperty: 1 }],
  ['valueOf', { valueOf: null }],
  ['an empty key', { '': 1 }],
  ['a key with NUL', { 'id\0': 1 }],
  ['a key with a path', { 'people.get': { id: 1 } }],
  ['a key with a space', { ' id': 1 }],
  ['a key of 20 MB', { [long]: 1 }],
  ['a value of 20 MB', { unknownKey: long }],
  ['a deep value', { unknownKey: nest(5_000) }],
  ['a wide value', { unknownKey: Array.from({ length: 100_000 }, (_, index) => index) }],
  ['a symbol as a value', { unknownKey: Symbol('x') }],
  ['a function', { unknownKey: () => 1 }],
  ['a list with a key', Object.assign([], { id: 1 })],
  ['a thousand keys', Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i]))],
];

const badInputs = [...notObjects, ...strangeObjects];

const paths = Object.entries({ ...storeContract, ...insideContract }).flatMap(([family, methods]) =>
  Object.keys(methods).map((name) => `${family}.${name}`),
);

let test: TestBook;
let before: string;

beforeAll(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
  await test.call('people.create', { name: 'Jane Doe', email: 'jane@acme.example' });
  await test.call('events.create', { title: 'Brews & Books', heldOn: '2026-06-14' });
  before = hashBook(test.book);
});
afterAll(() => test.close());

describe('the boundary', () => {
  it('has at least forty bad inputs for each method', () => {
    expect(badInputs.length).toBeGreaterThanOrEqual(40);
    expect(paths.length).toBeGreaterThan(100);
  });

  it.each(paths)('%s refuses every one of them and changes nothing', async (path) => {
    const answers = [];
    for (const [name, input] of badInputs) {
      const result = await test.dispatch(path, input);
      answers.push([name, result.ok ? 'ok' : result.error.code]);
    }
    expect(answers).toEqual(badInputs.map(([name]) => [name, 'INVALID_INPUT']));
    expect(hashBook(test.book)).toBe(before);
  });

  // the bridge asks these two before a handler of the shell sees anything
  it.each(Object.entries(shellContract.shell))('shell.%s takes none of them', (_, method) => {
    const taken = badInputs.filter(
      ([, input]) => isPlainInput(input) && method.input.safeParse(input).success,
    );
    expect(taken.map(([name]) => name)).toEqual([]);
  });

  it.each([
    '',
    '.',
    'people',
    'people.',
    '.get',
    'people.get.',
    'people..get',
    'people.get.id',
    'People.get',
    'people.Get',
    ' people.get',
    'people.get ',
    'people/get',
    'people.get\0',
    '__proto__.get',
    'people.__proto__',
    'constructor.name',
    'people.constructor',
    'people.toString',
    'hasOwnProperty.call',
    'prototype.x',
    'shell.about',
    'jobs.nope',
    undefined,
    null,
    0,
    1n,
    true,
    [],
    ['people.get'],
    {},
    { path: 'people.get' },
    long,
    Symbol('people.get'),
    () => 'people.get',
    new Date(0),
  ])('the path of case %# is unknown', async (path) => {
    const result = await test.dispatch(path as string, {});
    expect(result).toMatchObject({ ok: false, error: { code: 'UNKNOWN_METHOD' } });
  });

  it('answers a flood, each call by itself', async () => {
    const flood = Array.from({ length: 5_000 }, (_, index) =>
      index % 2 === 0
        ? test.dispatch('people.get', { id: `${index}` })
        : test.dispatch('people.get', { id: 2 }),
    );
    const results = await Promise.all(flood);
    expect(results.map(({ ok }) => ok)).toEqual(results.map((_, index) => index % 2 === 1));
    expect(hashBook(test.book)).toBe(before);
  });
});
