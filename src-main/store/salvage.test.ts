import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBook, type Book } from '../book/open-book.ts';
import { salvageBook, type Salvaged } from '../book/salvage.ts';
import { readDataTables } from '../book/schema.ts';
import { makeTestBook, repositoryMigrations, type TestBook } from '../book/testing/make-book.ts';
import { makeSample } from '../sample/make-sample.ts';
import { checkBook } from './check-book.ts';
import { mendSavedBook } from './mend-saved-book.ts';

const pageSize = 4096;
const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
const migrations = repositoryMigrations();

let folder: string;
let whole: Buffer;
/** Of each table all rows, as JSON, sorted. */
let rowsBefore: Map<string, string[]>;
/** The table or index that each page belongs to, the first page being 1. */
let ownerOf: Map<number, string>;
/** Of each table those without which its rows cannot stay. */
let needs: Map<string, Set<string>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-salvage-'));
  const made: TestBook = makeTestBook({ onDisk: true });
  await makeSample((path, input) => made.dispatch(path, input));
  made.reopen();
  rowsBefore = readRows(made.opened);
  needs = readNeeds(made.opened);
  made.opened.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(made.path, join(folder, 'whole.acquaint'));
  made.close();
  whole = readFileSync(join(folder, 'whole.acquaint'));
  ownerOf = readOwners(join(folder, 'whole.acquaint'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readRows({ reader }: Book): Map<string, string[]> {
  return new Map(
    readDataTables(reader).map(({ columns, name }) => {
      const list = columns.map((column) => `quote("${column.name}")`).join(" || ',' || ");
      return [name, reader.column<string>(`SELECT ${list} FROM "${name}"`).toSorted()];
    }),
  );
}

function readOwners(path: string): Map<number, string> {
  const sqlite = new Database(path, { readonly: true });
  try {
    const tableOf = new Map(
      sqlite.prepare('SELECT name, tbl_name FROM sqlite_schema').raw().all() as [string, string][],
    );
    const pages = sqlite.prepare('SELECT pageno, name FROM dbstat').raw().all() as [
      number,
      string,
    ][];
    // an index that is damaged takes nothing of its table with it
    return new Map(
      pages.map(([page, name]) => [page, tableOf.get(name) === name ? name : `index ${name}`]),
    );
  } finally {
    sqlite.close();
  }
}

/** Parents, and the two tables that the rules of a sound book ask for beside them, followed to the end. */
function readNeeds({ reader }: Book): Map<string, Set<string>> {
  const direct = new Map(
    readDataTables(reader).map(({ name }) => [
      name,
      reader.column<string>('SELECT "table" FROM pragma_foreign_key_list(@name)', { name }),
    ]),
  );
  direct.get('tie')?.push('evidence');
  direct.get('introduction_change')?.push('introduction');
  const all = (name: string, seen: Set<string>): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const parent of direct.get(name) ?? []) all(parent, seen);
    return seen;
  };
  return new Map([...direct.keys()].map((name) => [name, all(name, new Set())]));
}

/** Salvages a file of these bytes; gives what was saved, and the new book's rows and problems. */
function salvage(bytes: Buffer): {
  report: Salvaged;
  rows: Map<string, string[]>;
  problems: string[];
  isUntouched: boolean;
} {
  const own = mkdtempSync(join(folder, 'trial-'));
  const damaged = join(own, 'book.acquaint');
  const target = join(own, 'saved.acquaint');
  writeFileSync(damaged, bytes);
  try {
    const report = salvageBook({
      damaged,
      target,
      migrations,
      clock,
      checkpoint() {},
      key: null,
      mend: mendSavedBook,
    });
    const book = openBook({ path: target, migrations, clock });
    try {
      const { problems } = checkBook(book.reader);
      return { report, rows: readRows(book), problems, isUntouched: hash(damaged) === sha(bytes) };
    } finally {
      book.close();
    }
  } finally {
    rmSync(own, { recursive: true });
  }
}

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const hash = (path: string): string => sha(readFileSync(path));

/** Noise over whole pages, or over a part of each. */
const damages = fc.array(
  fc.record({
    page: fc.nat(),
    from: fc.nat(pageSize - 1),
    length: fc.integer({ min: 16, max: pageSize }),
    noise: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('saving what can be read', () => {
  it('brings back every row of a whole book', () => {
    const { isUntouched, problems, report, rows } = salvage(whole);
    expect(problems).toEqual([]);
    expect(isUntouched).toBe(true);
    expect(rows).toEqual(rowsBefore);
    const found = report.tables.filter(({ table }) => table !== 'setting');
    expect(found.toSorted((a, b) => (a.table < b.table ? -1 : 1))).toEqual(
      [...rowsBefore].map(([table, before]) => ({ table, saved: before.length, lost: 0 })),
    );
  });

  it('brings back all rows of tables whose pages are whole, whatever pages are damaged', () => {
    // pages of the schema itself are a trial of their own
    const pages = [...ownerOf.keys()].filter(
      (page) => ownerOf.get(page) !== 'sqlite_schema' && page > 1,
    );
    const schema = new Set(schemaPages());
    const free = pages.filter((page) => !schema.has(page));
    fc.assert(
      fc.property(damages, (some) => {
        const bytes = Buffer.from(whole);
        const hit = new Set<string>();
        for (const { from, length, noise, page } of some) {
          const number = free[page % free.length] ?? 2;
          hit.add(ownerOf.get(number) ?? '');
          const start = (number - 1) * pageSize;
          bytes.fill(noise, start + from, Math.min(start + from + length, start + pageSize));
        }
        const { isUntouched, problems, rows } = salvage(bytes);
        expect(isUntouched).toBe(true);
        expect(problems).toEqual([]);
        const isWhole = (table: string): boolean =>
          [...(needs.get(table) ?? [])].every((name) => !hit.has(name));
        const pick = (all: Map<string, string[]>): [string, string[]][] =>
          [...all].filter(([table]) => isWhole(table));
        expect(pick(rows)).toEqual(pick(rowsBefore));
      }),
      { numRuns: 15, seed: 7 },
    );
  }, 300_000);

  it('reads a book whose header is gone', () => {
    const bytes = Buffer.from(whole);
    bytes.fill(0x5a, 0, 100);
    const { problems, rows } = salvage(bytes);
    expect(problems).toEqual([]);
    expect(rows).toEqual(rowsBefore);
  });

  it('refuses a file that holds nothing of a book, and leaves no file behind', () => {
    expect(() => salvage(Buffer.from('Dear diary, '.repeat(1000)))).toThrow(
      expect.objectContaining({ code: 'NOT_OURS' }),
    );
  });
});

/** Pages of the schema's own tree. */
function schemaPages(): number[] {
  return [...ownerOf].filter(([, name]) => name.includes('sqlite_')).map(([page]) => page);
}
