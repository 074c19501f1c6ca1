import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { importFile, type Report } from './testing/import-files.ts';

/* A real graph of 4,039 people as a file of ties; its answers were worked out apart, with networkx. */

interface Expected {
  readonly nodes: number;
  readonly ties: number;
  readonly me: string;
  readonly overlap: readonly {
    a: string;
    b: string;
    size_a: number;
    size_b: number;
    shared: number;
  }[];
}

const folder = new URL('../graph/fixtures/facebook-graph/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected;
const file = {
  name: 'ties.csv',
  bytes: new Uint8Array(gunzipSync(readFileSync(new URL('ties.csv.gz', folder)))),
};

let test: TestBook;
let report: Report;
beforeAll(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: expected.me });
  report = await importFile(test, file);
}, 120_000);
afterAll(() => test.close());

describe('the graph of 88,234 ties', () => {
  it('becomes its people and ties, each once', () => {
    expect(report.people).toEqual({
      created: expected.nodes - 1,
      matched: 0,
      unsure: 0,
      unchanged: 1,
    });
    expect(report.ties).toEqual({ created: expected.ties, unchanged: 0 });
    expect(report.leftOut).toEqual([]);
    expect(test.book.value('SELECT count(*) FROM person')).toBe(expected.nodes);
    expect(test.book.value('SELECT count(*) FROM tie')).toBe(expected.ties);
  });

  it('keeps every strength exactly', () => {
    const stated = new Map(
      test.book
        .all<{ a: string; b: string; strength: number }>(
          `SELECT a.display_name AS a, b.display_name AS b, stated_strength AS strength FROM tie
           JOIN person AS a ON a.id = low_person_id JOIN person AS b ON b.id = high_person_id`,
        )
        .flatMap(({ a, b, strength }) => [
          [`${a},${b}`, strength],
          [`${b},${a}`, strength],
        ]),
    );
    const lines = new TextDecoder().decode(file.bytes).trim().split(/\r?\n/).slice(1);
    expect(lines).toHaveLength(expected.ties);
    const wrong = lines.filter((line) => {
      const [from, to, , strength] = line.split(',');
      return stated.get(`${from},${to}`) !== Number(strength);
    });
    expect(wrong).toEqual([]);
  });

  it('gives the sizes and shared counts of the answers, counted in the tables', () => {
    const network = (name: string): Set<string> =>
      new Set(
        test.book.column<string>(
          `SELECT other.display_name FROM person AS owner
           JOIN tie ON owner.id IN (low_person_id, high_person_id)
           JOIN person AS other
             ON other.id IN (low_person_id, high_person_id) AND other.id <> owner.id
           WHERE owner.display_name = @name`,
          { name },
        ),
      );
    for (const { a, b, size_a, size_b, shared } of expected.overlap) {
      const [mine, theirs] = [network(a), network(b)];
      mine.delete(b);
      theirs.delete(a);
      expect([mine.size, theirs.size]).toEqual([size_a, size_b]);
      expect([...mine].filter((person) => theirs.has(person))).toHaveLength(shared);
    }
  });

  it('adds nothing the second time', async () => {
    expect(await importFile(test, file)).toMatchObject({
      importId: null,
      people: { created: 0, unchanged: expected.nodes },
      ties: { created: 0, unchanged: expected.ties },
    });
  });
});
