import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import { findPersons } from '../tables/find-persons.ts';
import { readRhythms } from '../tables/rhythms.ts';
import { allWords } from '../tables/search-words.ts';

const names = ['Ana Bo', 'Bo Cim', 'Cim Ana', 'Dex Nil', 'Brand Ana'];
const tags = ['brand', 'ana work', 'bo', 'zebra-brand'];

describe('tags beside the search index', () => {
  it('find whoever has for each word one that begins with it, in the name or among the tags', async () => {
    const t = makeTestBook();
    const given = new Map<PersonId, Set<string>>();
    for (const name of names) {
      const { person } = await t.call<{ person: { id: PersonId } }>('people.create', { name });
      given.set(person.id, new Set());
    }
    const ids = [...given.keys()];
    const tagIds = new Map<string, number>();
    for (const tag of tags) {
      const { tag: made } = await t.call<{ tag: { id: number } }>('people.tag', {
        ids: ids.slice(0, 1),
        tag,
      });
      tagIds.set(tag, made.id);
      given.get(ids[0] ?? (0 as PersonId))?.add(tag);
    }
    const begins = (id: PersonId, asked: string): boolean => {
      const own = [names[ids.indexOf(id)] ?? '', ...(given.get(id) ?? [])];
      return allWords(own.join(' ').toLowerCase()).some((word) => word.startsWith(asked));
    };
    const change = fc.record({
      who: fc.subarray(ids),
      tag: fc.constantFrom(...tags),
      isGiven: fc.boolean(),
    });
    const question = fc.array(fc.constantFrom('bra', 'ana', 'b', 'bo', 'work', 'zebra', 'nil'), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(change, question, async ({ isGiven, tag, who }, asked) => {
        if (isGiven) await t.dispatch('people.tag', { ids: who, tag });
        else await t.dispatch('people.untag', { ids: who, tagId: tagIds.get(tag) });
        for (const id of who) {
          if (isGiven) given.get(id)?.add(tag);
          else given.get(id)?.delete(tag);
        }
        const expected = ids.filter((id) => asked.every((word) => begins(id, word)));
        const text = asked.join(' ');
        const found = findPersons(t.book, text, { limit: 50 }).filter(
          ({ matched }) => matched !== 'typo',
        );
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected));
        expect(found).toHaveLength(expected.length);
        if (expected.length === 0) return;
        const { rows } = await t.call<{ rows: { id: PersonId }[] }>('people.list', {
          filter: { text },
          offset: 0,
          limit: 50,
        });
        expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected));
        expect(rows).toHaveLength(expected.length);
      }),
      { numRuns: 150 },
    );
    t.close();
  });

  it('write nothing in the index, however many are tagged', async () => {
    const t = makeTestBook();
    const { person } = await t.call<{ person: { id: PersonId } }>('people.create', { name: 'Bo' });
    const before = t.book.all('SELECT id, block FROM person_words_data');
    await t.call('people.tag', { ids: [person.id], tag: 'brand' });
    expect(t.book.all('SELECT id, block FROM person_words_data')).toEqual(before);
    t.close();
  });
});

describe('an index that a migration has emptied', () => {
  it('is made anew when the book is opened', async () => {
    const t = makeTestBook({ onDisk: true });
    await t.call('people.create', { name: 'Zoë Müller', note: 'Talked about the museum' });
    t.book.run("INSERT INTO person_words (person_words) VALUES ('delete-all')");
    expect(findPersons(t.book, 'museum', { limit: 5 })).toEqual([]);
    t.reopen();
    expect(findPersons(t.book, 'museum', { limit: 5 }).map(({ matched }) => matched)).toEqual([
      'note',
    ]);
    t.close();
  });
});

describe('the rhythms of a window of the list', () => {
  it('are read without walking over all people', async () => {
    const t = makeTestBook();
    const plans: string[] = [];
    const watched = Object.create(t.book, {
      all: {
        value: (sql: string, parameters: object) => {
          plans.push(
            ...t.book
              .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters as never)
              .map(({ detail }) => detail),
          );
          return t.book.all(sql, parameters as never);
        },
      },
    }) as typeof t.book;
    readRhythms(watched, [1 as PersonId]);
    expect(plans.some((detail) => detail.startsWith('SEARCH person'))).toBe(true);
    expect(plans.filter((detail) => detail.startsWith('SCAN person'))).toEqual([]);
    t.close();
  });
});
