import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBook, type Book } from './open-book.ts';
import { runCommand, swapStep } from './run-command.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
const nothing = (): void => {};
const options = { label: 'tags.create', now: clock.now, refresh: nothing };
const insertTag = "INSERT INTO tag (name, folded_name) VALUES ('a', 'a')";
let book: Book;

const count = (table: string): unknown => book.reader.value(`SELECT count(*) FROM ${table}`);

beforeEach(() => {
  book = openBook({ path: ':memory:', migrations: repositoryMigrations(), clock });
});
afterEach(() => book.close());

describe('a command', () => {
  it('gives the value of its action and names its step', () => {
    const outcome = runCommand(book, options, (writer, nameStep) => {
      nameStep('Add tag a');
      return writer.run(insertTag).id;
    });
    expect(outcome.value).toBe(1);
    expect(book.log.peek('undo')).toBe('Add tag a');
  });

  it('rolls back everything when its action throws, log and recording included', () => {
    const failing = (): unknown =>
      runCommand(book, options, (writer) => {
        writer.run(insertTag);
        throw new Error('second thoughts');
      });
    expect(failing).toThrow('second thoughts');
    expect([count('tag'), count('change_step'), count('change_row')]).toEqual([0, 0, 0]);
    expect(book.sqlite.inTransaction).toBe(false);
    book.writer.run(insertTag);
    expect(count('change_row')).toBe(0);
  });

  it('rolls back everything when the search index cannot follow', () => {
    const refresh = (): void => {
      throw new Error('no index');
    };
    expect(() => runCommand(book, { ...options, refresh }, (w) => w.run(insertTag))).toThrow();
    expect([count('tag'), count('change_step')]).toEqual([0, 0]);
  });

  it('may not go on after its transaction', () => {
    expect(() => runCommand(book, options, async (writer) => writer.run(insertTag))).toThrow(
      'a command must not wait for anything',
    );
    expect(count('tag')).toBe(0);
  });

  it('may not leave a reference to a row that is gone', () => {
    expect(() =>
      runCommand(book, options, (writer) => {
        writer.run('PRAGMA defer_foreign_keys = ON');
        writer.run('INSERT INTO person_tag (person_id, tag_id) VALUES (7, 7)');
      }),
    ).toThrow(/FOREIGN KEY/);
    expect(count('person_tag')).toBe(0);
  });

  it('lets a query read but not write, even by way of RETURNING', () => {
    expect(() => book.reader.all(`${insertTag} RETURNING id`)).toThrow('A query tried to write');
    expect(count('tag')).toBe(0);
  });
});

describe('undo', () => {
  it('leaves everything as it is when the search index cannot follow', () => {
    runCommand(book, options, (writer) => writer.run(insertTag));
    const refresh = (): void => {
      throw new Error('no index');
    };
    expect(() => swapStep(book, 'undo', refresh)).toThrow('no index');
    expect(count('tag')).toBe(1);
    expect(book.log.peek('undo')).toBe('tags.create');
  });
});
