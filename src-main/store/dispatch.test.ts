import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { MethodDefinition } from '../contract/define.ts';
import { storeContract } from '../contract/index.ts';
import type { Result } from '../contract/result.ts';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { handlerLoaders } from './handlers.ts';

let t: TestBook;
beforeAll(() => {
  t = makeTestBook();
});
afterAll(() => t.close());

/** Rows written since the book was opened: nothing that is refused may write one, not even to take it back. */
const written = (): unknown => t.book.value('SELECT total_changes()');
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

const methods = new Map(
  Object.entries(storeContract).flatMap(([family, all]) =>
    Object.entries(all as Record<string, MethodDefinition>).map(
      ([name, definition]) => [`${family}.${name}`, definition] as const,
    ),
  ),
);

describe('answering a call', () => {
  it.each([
    'people',
    'people.',
    '.get',
    'people.get.x',
    'people.nope',
    'nobody.get',
    'constructor.name',
    '__proto__.toString',
    'people.constructor',
    'people.__proto__',
    'people.hasOwnProperty',
    'toString.call',
    'PEOPLE.get',
    ' people.get',
    '',
    null,
    undefined,
    7,
    {},
    ['people', 'get'],
    Symbol.iterator,
    { toString: () => 'people.get' },
    'x'.repeat(1_000_000),
  ])('knows no method called %s', async (path) => {
    const result = await t.dispatch(path as string);
    expect(codeOf(result)).toBe('UNKNOWN_METHOD');
    expect(JSON.stringify(result).length).toBeLessThan(300);
  });

  it('names the field that is wrong', async () => {
    const result = await t.dispatch('people.create', { name: 'Jane', email: 7 });
    expect(result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(JSON.stringify(result)).toContain('email');
  });

  it('takes nothing that the contract does not declare', async () => {
    const result = await t.dispatch('people.create', { name: 'Jane', is_me: 1 });
    expect(codeOf(result)).toBe('INVALID_INPUT');
  });

  it('hands the parsed value on: trimmed, with defaults', async () => {
    const result = await t.dispatch('book.setMe', { name: '  Sam  ' });
    expect(result).toMatchObject({ ok: true, value: { me: { name: 'Sam' } } });
  });

  it('tells windows what changed after a commit, and only then', async () => {
    const before = t.changed.length;
    await t.dispatch('people.get', { id: 4711 });
    await t.dispatch('people.remove', { ids: [4711] });
    expect(t.changed.length).toBe(before);
    await t.dispatch('people.create', { name: 'Jane Doe' });
    expect(t.changed.slice(before)).toEqual([['book', 'people', 'ties']]);
  });

  it('has a handler for every query and command of the contract', async () => {
    for (const [path, definition] of methods) {
      if (definition.kind === 'control') continue;
      const [family = '', name = ''] = path.split('.');
      const handlers = await handlerLoaders[family as keyof typeof handlerLoaders]();
      expect(Object.keys(handlers)).toContain(name);
    }
  });

  /** Paths that would leave the test's book. */
  const elsewhere = new Set(['book.openSample', 'book.closeSample']);
  const abused = [...methods.keys()].filter((path) => !elsewhere.has(path));

  it('refuses whatever breaks a method’s form, with the book unchanged', async () => {
    await t.call('book.setMe', { name: 'Sam' });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...abused),
        fc.oneof(
          fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true }),
          fc.constant(JSON.parse('{"__proto__":{"id":1},"constructor":{}}')),
          fc.constant({ id: Number.MAX_SAFE_INTEGER + 2, ids: [-1], name: ' ' }),
        ),
        async (path, input) => {
          // undefined would become the test helper's own default
          fc.pre(
            input !== undefined && methods.get(path)?.input.safeParse(input).success === false,
          );
          const before = written();
          expect(codeOf(await t.dispatch(path, input))).toBe('INVALID_INPUT');
          expect(written()).toBe(before);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('answers well-formed nonsense with a Result, never a defect', async () => {
    const ids = fc.constantFrom(1, 2, 999_999_999);
    const nonsense = fc.record(
      {
        id: ids,
        a: ids,
        b: ids,
        to: ids,
        personId: ids,
        ids: fc.array(ids, { minLength: 1, maxLength: 3 }),
        people: fc.array(ids, { minLength: 1, maxLength: 3 }),
        name: fc.string({ minLength: 1, unit: 'grapheme' }),
        text: fc.string({ unit: 'grapheme' }),
        tag: fc.string({ minLength: 1 }),
        tagId: ids,
        topic: fc.string({ minLength: 1 }),
        kind: fc.constantFrom('ask', 'make', 'offers', 'email', 'conversation'),
        value: fc.string({ minLength: 1 }),
        note: fc.string(),
        secondId: ids,
        state: fc.constantFrom('idea', 'asked', 'met'),
        dueOn: fc.constant('2026-02-29'),
        which: fc.constantFrom('shared', 'onlyA'),
        target: fc.constant({ kind: 'organisation', id: 999 }),
        count: fc.constantFrom(1, 5),
        limit: fc.constantFrom(1, 50),
      },
      { requiredKeys: [] },
    );
    const answered = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...abused), nonsense, async (path, all) => {
        // only the fields that the method declares, so that many calls come through
        const shape = Object.keys(
          (methods.get(path)?.input as z.ZodObject | undefined)?.shape ?? {},
        );
        const input = Object.fromEntries(
          Object.entries(all).filter(([key]) => shape.includes(key)),
        );
        const result = await t.dispatch(path, input);
        const code = codeOf(result);
        answered.set(code, (answered.get(code) ?? 0) + 1);
        expect(code).not.toBe('INTERNAL');
      }),
      { numRuns: 2000 },
    );
    expect(answered.get('ok')).toBeGreaterThan(200);
    expect(await t.call('book.check')).toMatchObject({ ok: true });
  });
});
