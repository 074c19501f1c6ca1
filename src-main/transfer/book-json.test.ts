import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataTables } from '../book/schema.ts';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import {
  applyWrite,
  randomWrite,
  type RandomWrite,
  takePicture,
} from '../book/testing/random-writes.ts';
import { parseBookDocument, readBookDocument } from './read-json.ts';
import { writeBookJson } from './write-json.ts';
import { exportBytes } from './testing/export-bytes.ts';
import { fixture, importFile, type InputFile, ofPerson, textFile } from './testing/import-files.ts';

let first: TestBook;
let second: TestBook;
beforeEach(() => {
  first = makeTestBook();
  second = makeTestBook();
});
afterEach(() => {
  first.close();
  second.close();
});

const asFile = (bytes: InputFile['bytes']): InputFile => ({ name: 'book.json', bytes });
const writeJson = ({ book }: TestBook): Buffer => Buffer.concat(writeBookJson(book, () => {}));
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Does something in a transaction that is then taken back. */
function inPassing<Value>(test: TestBook, action: () => Value): Value {
  const { sqlite } = test.opened;
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    return action();
  } finally {
    sqlite.exec('ROLLBACK');
  }
}

describe('the whole book as JSON', () => {
  it('makes an equal book of any book, which gives the same bytes again', () => {
    const tables = readDataTables(first.book);
    const written = new Set<string>();
    for (let n = 0; n < 6; n++) {
      first.book.run("INSERT INTO person (created_at) VALUES ('2026-01-01')");
    }
    // Rows that need two others at once would hardly ever come about by chance.
    first.book.run("INSERT INTO account (person_id, platform_id, key) VALUES (1, 1, 'id:1')");
    first.book.run('INSERT INTO circle (owner_id, platform_id) VALUES (1, 1)');
    first.book.run("INSERT INTO topic (name, folded_name) VALUES ('Print', 'print')");
    first.book.run(
      `INSERT INTO import (format, source_sha256, imported_at, people_created, people_matched,
         people_unsure, people_unchanged, ties_created, ties_unchanged)
       VALUES ('ties', printf('%064d', 0), '', 0, 0, 0, 0, 0, 0)`,
    );
    const property = (writes: readonly RandomWrite[]): void => {
      const original = inPassing(first, () => {
        for (const write of writes) if (applyWrite(first.book, write)) written.add(write.table);
        return { bytes: writeJson(first), picture: takePicture(first.book, tables) };
      });
      inPassing(second, () => {
        readBookDocument(second.book, parseBookDocument(original.bytes));
        expect(takePicture(second.book, tables)).toBe(original.picture);
        expect(Buffer.compare(writeJson(second), original.bytes)).toBe(0);
      });
    };
    const writes = fc.array(randomWrite(first.book, tables), { minLength: 1, maxLength: 25 });
    fc.assert(fc.property(writes, property), { numRuns: 2000 });
    // Which rare rows come about is chance; that nearly all tables have some is not.
    expect(written.size).toBeGreaterThan(tables.length - 3);
  }, 240_000);

  it('is read by the window and the command line as any other file', async () => {
    await first.call('book.setMe', { name: 'Ada Me' });
    await importFile(first, fixture('world/me/phone/contacts.vcf'));
    await importFile(first, fixture('world/colleague/linkedin/Connections.csv'), ofPerson('Kim'));
    const bytes = await exportBytes(first, 'json');
    const report = await importFile(second, asFile(bytes));
    expect(report).toMatchObject({
      importId: null,
      people: { created: first.book.value('SELECT count(*) FROM person'), matched: 0 },
      ties: { created: first.book.value('SELECT count(*) FROM tie') },
    });
    expect(text(await exportBytes(second, 'json'))).toBe(text(bytes));
    expect(await second.call('book.check')).toMatchObject({ ok: true });
    const found = (test: TestBook) => test.call('search.find', { text: 'kelly dunn' });
    expect(await found(second)).toEqual(await found(first));
  });

  it('keeps a row that refers to a later row of its own table', async () => {
    for (const name of ['A', 'B', 'C']) await first.call('people.create', { name });
    const row = (id: number, from: number | null): void => {
      first.book.run(
        `INSERT INTO introduction (id, kind, state, introducer_id, first_person_id, second_person_id, created_at)
         VALUES (@id, 'make', 'idea', 1, 2, 3, '2026-01-01')`,
        { id },
      );
      if (from !== null)
        first.book.run('UPDATE introduction SET came_from_id = @from WHERE id = @id', { id, from });
    };
    row(9, null);
    row(4, 9);
    const bytes = await exportBytes(first, 'json');
    await importFile(second, asFile(bytes));
    expect(text(await exportBytes(second, 'json'))).toBe(text(bytes));
  });

  it('is refused by a book that has anything in it', async () => {
    const bytes = await exportBytes(first, 'json');
    await second.call('people.create', { name: 'Jane Doe' });
    expect(await second.dispatch('transfer.plan', { files: [asFile(bytes)] })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });
});

describe('a document that is not what it says', () => {
  const document = (tables: unknown, version = 1): string =>
    JSON.stringify({ format: 'acquaint-book', version, tables });
  const plain = { id: 1, is_me: 0, display_name: 'J', folded_name: 'j', created_at: 'x' };

  it.each([
    ['cut short', document({ person: [plain] }).slice(0, -4), 'UNREADABLE_FILE'],
    ['of a newer version', document({}, 9999), 'NEWER_VERSION'],
    ['with a table that nobody knows', document({ people: [] }), 'UNREADABLE_FILE'],
    [
      'with __proto__ as a table',
      `{"format":"acquaint-book","version":1,"tables":{"__proto__":[]}}`,
      'UNREADABLE_FILE',
    ],
    ['with a table of the undo log', document({ change_step: [] }), 'UNREADABLE_FILE'],
    ['without tables', `{"format":"acquaint-book","version":1}`, 'UNREADABLE_FILE'],
  ])('%s is refused when it is looked at', async (_, content, code) => {
    const result = await second.dispatch('transfer.plan', { files: [textFile('b.json', content)] });
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    ['a column that nobody knows', { person: [{ ...plain, age: 3 }] }],
    ['a column of another type', { person: [{ ...plain, display_name: 3 }] }],
    ['a row without an id', { person: [{ ...plain, id: undefined }] }],
    ['a row that breaks a CHECK', { person: [{ ...plain, is_me: 7 }] }],
    ['two rows of one id', { person: [plain, plain] }],
    [
      'a reference to nothing',
      {
        person: [plain],
        person_name: [{ id: 1, person_id: 9, kind: 'alias', name: 'x', folded_name: 'x' }],
      },
    ],
    ['something that is no row', { person: [[1]] }],
  ])('with %s is refused when it is applied, and the book stays as it was', async (_, tables) => {
    const before = await exportBytes(second, 'json');
    const plan = await second.call<{ planId: string }>('transfer.plan', {
      files: [textFile('b.json', document(tables))],
    });
    const result = await second.dispatch('transfer.apply', { planId: plan.planId });
    expect(result).toMatchObject({ ok: false, error: { code: 'UNREADABLE_FILE' } });
    expect(text(await exportBytes(second, 'json'))).toBe(text(before));
  });
});
