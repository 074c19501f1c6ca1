import { afterEach, describe, expect, it } from 'vitest';
import { ChangeLog } from './change-log.ts';
import { openBook, type Book } from './open-book.ts';
import { runCommand, swapStep } from './run-command.ts';
import { countRows, idsOf, type RowChange } from './row-changes.ts';
import type { WritableBook } from './access.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
const nothing = (): void => {};
let book: Book;

function open(logBounds?: { steps: number; rows: number }): void {
  const options = { path: ':memory:', migrations: repositoryMigrations(), clock };
  book = openBook(logBounds === undefined ? options : { ...options, logBounds });
}

function run(label: string, action: (writer: WritableBook) => void): readonly RowChange[] {
  return runCommand(book, { label, now: clock.now, refresh: nothing }, action).changes;
}

function addTag(name: string): void {
  run(`Add ${name}`, (writer) => {
    writer.run('INSERT INTO tag (name, folded_name) VALUES (@name, @name)', { name });
  });
}

const ofTags = (firstId: number, lastId = firstId) => ({ table: 'tag', firstId, lastId });

/** What a change was is read only when asked for. */
const tell = ({ before, firstId, lastId, table }: RowChange): RowChange => ({
  table,
  firstId,
  lastId,
  before,
});

const tagNames = (): string[] => book.reader.column<string>('SELECT name FROM tag ORDER BY id');
const stepLabels = (): string[] =>
  book.reader.column<string>('SELECT label FROM change_step ORDER BY id');

afterEach(() => book.close());

describe('the change log', () => {
  it('undoes in reverse order and redoes in order', () => {
    open();
    for (const name of ['a', 'b', 'c']) addTag(name);
    expect(swapStep(book, 'undo', nothing).label).toBe('Add c');
    expect(swapStep(book, 'undo', nothing).label).toBe('Add b');
    expect(tagNames()).toEqual(['a']);
    expect(swapStep(book, 'redo', nothing).label).toBe('Add b');
    expect(tagNames()).toEqual(['a', 'b']);
  });

  it('forgets what was undone as soon as something else is done', () => {
    open();
    addTag('a');
    addTag('b');
    swapStep(book, 'undo', nothing);
    addTag('c');
    expect(book.log.peek('redo')).toBeNull();
    expect(stepLabels()).toEqual(['Add a', 'Add c']);
    expect(() => swapStep(book, 'redo', nothing)).toThrow('There is nothing to redo.');
  });

  it('keeps what was undone when a command changes nothing', () => {
    open();
    addTag('a');
    swapStep(book, 'undo', nothing);
    run('Look', () => {});
    run('Update nothing', (writer) => writer.run("UPDATE tag SET colour = 'red'"));
    expect(book.log.peek('redo')).toBe('Add a');
  });

  it('leaves no step for an update that sets what is there already', () => {
    open();
    addTag('a');
    expect(run('Same', (writer) => writer.run('UPDATE tag SET name = name'))).toEqual([]);
    expect(stepLabels()).toEqual(['Add a']);
  });

  it('tells each change with the row before it', () => {
    open();
    addTag('a');
    const changes = run('Both', (writer) => {
      writer.run("UPDATE tag SET colour = 'red'");
      writer.run("INSERT INTO tag (name, folded_name) VALUES ('b', 'b')");
    });
    expect(changes.map(tell)).toEqual([
      { ...ofTags(1), before: { id: 1, name: 'a', folded_name: 'a', colour: 'gray' } },
      { ...ofTags(2), before: null },
    ]);
    expect(swapStep(book, 'undo', nothing).changes.map(tell)).toEqual([
      { ...ofTags(2), before: { id: 2, name: 'b', folded_name: 'b', colour: 'gray' } },
      { ...ofTags(1), before: { id: 1, name: 'a', folded_name: 'a', colour: 'red' } },
    ]);
  });

  it('exchanges many rows at once, and one by one when two have exchanged what only one may have', () => {
    open();
    const many = Array.from({ length: 60 }, (_, at) => `tag ${at}`);
    run('Add many', (writer) =>
      writer.insertAll(
        'tag',
        ['name', 'folded_name'],
        many.map((name) => [name, name]),
      ),
    );
    const rows = (): unknown[] => book.reader.all('SELECT * FROM tag ORDER BY id');
    const first = rows();
    run('Colour all', (writer) => writer.run("UPDATE tag SET colour = 'red'"));
    const red = rows();
    run('Shift all names', (writer) => {
      // each takes the name that the one before it has just given up: only in this order is that possible
      writer.run("UPDATE tag SET folded_name = 'new' WHERE id = 1");
      for (let id = 2; id <= many.length; id++) {
        writer.run('UPDATE tag SET folded_name = @name WHERE id = @id', {
          id,
          name: many[id - 2] ?? '',
        });
      }
    });
    const shifted = rows();
    swapStep(book, 'undo', nothing);
    expect(rows()).toEqual(red);
    const colours = swapStep(book, 'undo', nothing).changes.map(tell);
    expect(colours.every(({ before }) => before?.['colour'] === 'red')).toBe(true);
    expect(rows()).toEqual(first);
    swapStep(book, 'redo', nothing);
    expect(rows()).toEqual(red);
    swapStep(book, 'redo', nothing);
    expect(rows()).toEqual(shifted);
  });

  it('notes all rows of a table that go by a condition, in the order of their ids', () => {
    open();
    for (const name of ['a', 'b', 'c']) addTag(name);
    let gone = 0;
    const changes = run('Delete two', (writer) => {
      gone = writer.deleteAll('tag', 'name <> @kept', { kept: 'b' });
    });
    expect(gone).toBe(2);
    expect(changes.map((change) => tell(change).before?.['name'])).toEqual(['a', 'c']);
    expect(tagNames()).toEqual(['b']);
    expect(book.writer.deleteAll('tag', 'name = @name', { name: 'nobody' })).toBe(0);
    swapStep(book, 'undo', nothing);
    expect(tagNames()).toEqual(['a', 'b', 'c']);
    swapStep(book, 'redo', nothing);
    expect(tagNames()).toEqual(['b']);
  });

  it('notes the row that INSERT OR REPLACE throws out', () => {
    open();
    addTag('a');
    run('Replace', (writer) =>
      writer.run("INSERT OR REPLACE INTO tag (name, folded_name) VALUES ('A', 'a')"),
    );
    expect(tagNames()).toEqual(['A']);
    swapStep(book, 'undo', nothing);
    expect(book.reader.all('SELECT * FROM tag')).toEqual([
      { id: 1, name: 'a', folded_name: 'a', colour: 'gray' },
    ]);
  });

  it('refuses to change the id of a row', () => {
    open();
    addTag('a');
    expect(() => run('Move', (writer) => writer.run('UPDATE tag SET id = 7'))).toThrow(
      'the id of a row never changes',
    );
  });

  it('drops the oldest steps beyond the bound, but never the newest', () => {
    open({ steps: 3, rows: 4 });
    for (const name of ['a', 'b', 'c', 'd']) addTag(name);
    expect(stepLabels()).toEqual(['Add b', 'Add c', 'Add d']);
    run('Many', (writer) => {
      for (let at = 0; at < 9; at += 1) {
        writer.run('INSERT INTO tag (name, folded_name) VALUES (@name, @name)', { name: `t${at}` });
      }
    });
    expect(stepLabels()).toEqual(['Many']);
    expect(book.reader.value('SELECT count(*) FROM change_row')).toBe(9);
    swapStep(book, 'undo', nothing);
    expect(tagNames()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('undoes a row that came, changed, went and came back within one step', () => {
    open();
    addTag('kept');
    run('Back and forth', (writer) => {
      writer.run("INSERT INTO tag (id, name, folded_name) VALUES (7, 'a', 'a')");
      writer.run("UPDATE tag SET name = 'b' WHERE id = 7");
      writer.run("UPDATE tag SET name = 'c' WHERE id = 7");
      writer.run('DELETE FROM tag WHERE id = 7');
      writer.run("INSERT INTO tag (id, name, folded_name) VALUES (7, 'd', 'd')");
      writer.run("UPDATE tag SET name = 'e'");
    });
    const after = book.reader.all('SELECT * FROM tag');
    swapStep(book, 'undo', nothing);
    expect(tagNames()).toEqual(['kept']);
    swapStep(book, 'redo', nothing);
    expect(book.reader.all('SELECT * FROM tag')).toEqual(after);
  });

  it('notes rows that are inserted together as one row, and undoes them among others', () => {
    open();
    addTag('kept');
    const changes = run('Many', (writer) => {
      writer.run("INSERT INTO tag (name, folded_name) VALUES ('before', 'before')");
      const names = Array.from({ length: 200 }, (_, at) => `t${at}`);
      const first = writer.insertAll(
        'tag',
        ['name', 'folded_name'],
        names.map((name) => [name, name]),
      );
      expect(first).toBe(3);
      writer.run("UPDATE tag SET colour = 'red' WHERE name = 't150'");
      writer.run("DELETE FROM tag WHERE name = 't199'");
      writer.run("INSERT INTO tag (id, name, folded_name) VALUES (900, 'after', 'after')");
    });
    expect(countRows(changes)).toBe(1 + 200 + 1 + 1 + 1);
    expect(idsOf(changes).slice(0, 201)).toEqual(Array.from({ length: 201 }, (_, at) => 2 + at));
    // the first are noted one by one, beside the row before them
    expect(changes.map(tell)).toEqual([
      { ...ofTags(2, 52), before: null },
      { ...ofTags(53, 202), before: null },
      expect.objectContaining(ofTags(153)),
      expect.objectContaining(ofTags(202)),
      { ...ofTags(900), before: null },
    ]);
    expect(book.reader.value('SELECT count(*) FROM change_row')).toBeLessThan(100);
    const after = book.reader.all('SELECT * FROM tag');
    const undone = swapStep(book, 'undo', nothing).changes;
    expect(tagNames()).toEqual(['kept']);
    // each with what it was
    expect(undone.length).toBe(204);
    const redone = swapStep(book, 'redo', nothing).changes;
    expect(book.reader.all('SELECT * FROM tag')).toEqual(after);
    expect(countRows(redone)).toBe(204);
    swapStep(book, 'undo', nothing);
    expect(tagNames()).toEqual(['kept']);
  });

  it('notes every insertion again after rows were inserted together, or could not be', () => {
    open();
    const insert = (writer: WritableBook, names: readonly string[]): number =>
      writer.insertAll(
        'tag',
        ['name', 'folded_name'],
        names.map((name) => [name, name]),
      );
    const names = Array.from({ length: 100 }, (_, at) => `t${at}`);
    run('Many', (writer) => insert(writer, names));
    expect(() => run('Twice', (writer) => insert(writer, ['t100', ...names]))).toThrow('UNIQUE');
    expect(() =>
      run('Twice at the end', (writer) =>
        insert(writer, [...Array.from({ length: 99 }, (_, at) => `u${at}`), 't0']),
      ),
    ).toThrow('UNIQUE');
    addTag('one');
    expect(stepLabels()).toEqual(['Many', 'Add one']);
    swapStep(book, 'undo', nothing);
    expect(tagNames()).toEqual(names);
  });

  it('says so when a row that an undo would take out is not there', () => {
    open();
    addTag('a');
    book.sqlite.exec('DELETE FROM tag');
    expect(() => swapStep(book, 'undo', nothing)).toThrow('1 rows of tag that are not there');
  });

  it('does not log what the search index writes', () => {
    open();
    runCommand(book, { label: 'x', now: clock.now, refresh: addDerived }, (writer) =>
      writer.run("INSERT INTO tag (name, folded_name) VALUES ('a', 'a')"),
    );
    expect(book.reader.column('SELECT table_name FROM change_row')).toEqual(['tag']);

    function addDerived(_changes: readonly RowChange[], writer: WritableBook): void {
      writer.run("INSERT INTO topic (name, folded_name) VALUES ('derived', 'derived')");
    }
  });

  it('will not open on a table that is not STRICT or has no id', () => {
    open();
    book.sqlite.exec('DROP TABLE temp.recording_step; CREATE TABLE loose (id INTEGER PRIMARY KEY)');
    expect(() => new ChangeLog(book.sqlite, book.writer)).toThrow('Table loose is not STRICT.');
    book.sqlite.exec('DROP TABLE loose; CREATE TABLE keyless (a TEXT PRIMARY KEY) STRICT');
    expect(() => new ChangeLog(book.sqlite, book.writer)).toThrow(
      'Table keyless has no INTEGER PRIMARY KEY named id.',
    );
  });
});
