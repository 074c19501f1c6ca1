import type Database from 'better-sqlite3';
import { AppError } from '../contract/result.ts';
import type { ReadableBook, SqlParameters, SqlValue, WritableBook } from './access.ts';
import { noteGoing, noteInserted, withoutInsertTriggers } from './bulk-changes.ts';
import { insertion, insertTogether } from './insert-rows.ts';
import type { ReferenceWatch } from './references.ts';

type Statement = Database.Statement;

/** Enough for every statement in the program; dynamic SQL beyond it only costs preparing again. */
const statementLimit = 500;

/** The search index, whose entries may be made after the change that they follow; at the latest when it is read. */
const searchIndex = /\bperson_(?:words|trigrams|typos)\b/;

/** Prepared statements by text. `pluck` is a state of a statement, hence two maps. */
class StatementCache {
  readonly #sqlite: Database.Database;
  readonly #ofIndex = new WeakSet<Statement>();
  /** To be done before the search index is read. */
  beforeSearch: () => void = () => {};
  /** Who looks at the references of rows while SQLite does not. */
  watch: ReferenceWatch | null = null;
  readonly #rows = new Map<string, Statement>();
  readonly #plucked = new Map<string, Statement>();

  constructor(sqlite: Database.Database) {
    this.#sqlite = sqlite;
  }

  rows(sql: string): Statement {
    return this.#find(this.#rows, sql, (statement) => statement);
  }

  plucked(sql: string): Statement {
    return this.#find(this.#plucked, sql, (statement) => statement.pluck());
  }

  /** To be called before a statement reads. */
  prepareReading(statement: Statement): void {
    if (this.#ofIndex.has(statement)) this.beforeSearch();
  }

  #find(
    kept: Map<string, Statement>,
    sql: string,
    prepare: (statement: Statement) => Statement,
  ): Statement {
    const found = kept.get(sql);
    // a statement that is being iterated cannot run a second time at once
    if (found !== undefined && !found.busy) return found;
    const statement = prepare(this.#sqlite.prepare(sql));
    if (kept.size >= statementLimit) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    }
    if (searchIndex.test(sql)) this.#ofIndex.add(statement);
    kept.set(sql, statement);
    return statement;
  }
}

/** Of rows inserted together, these are logged for undo like any other. */
const fewRows = 50;

const none: SqlParameters = {};

class Reader implements ReadableBook {
  protected readonly statements: StatementCache;

  constructor(statements: StatementCache) {
    this.statements = statements;
  }

  all<Row>(sql: string, parameters: SqlParameters = none): Row[] {
    return this.check(this.statements.rows(sql)).all(parameters) as Row[];
  }

  get<Row>(sql: string, parameters: SqlParameters = none): Row | undefined {
    return this.check(this.statements.rows(sql)).get(parameters) as Row | undefined;
  }

  value<Value extends SqlValue>(sql: string, parameters: SqlParameters = none): Value | undefined {
    return this.check(this.statements.plucked(sql)).get(parameters) as Value | undefined;
  }

  column<Value extends SqlValue>(sql: string, parameters: SqlParameters = none): Value[] {
    return this.check(this.statements.plucked(sql)).all(parameters) as Value[];
  }

  iterate<Row>(sql: string, parameters: SqlParameters = none): IterableIterator<Row> {
    return this.check(this.statements.rows(sql)).iterate(parameters) as IterableIterator<Row>;
  }

  /** The types keep a query from calling run(); this keeps it from `all('DELETE … RETURNING')`. */
  protected check(statement: Statement): Statement {
    this.statements.prepareReading(statement);
    if (statement.readonly) return statement;
    throw new AppError('INTERNAL', `A query tried to write: ${statement.source}`);
  }
}

class Writer extends Reader implements WritableBook {
  run(sql: string, parameters: SqlParameters = none): { changes: number; id: number } {
    const result = this.statements.rows(sql).run(parameters);
    return { changes: result.changes, id: Number(result.lastInsertRowid) };
  }

  insertAll(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly SqlValue[]>,
    few = fewRows,
  ): number {
    const insert = this.statements.rows(insertion(table, columns, 1));
    const watch = this.statements.watch?.watchRows(table, columns) ?? null;
    let first = 0;
    let last = 0;
    const insertRow = (values: readonly SqlValue[]): void => {
      const id = Number(insert.run(values).lastInsertRowid);
      if (first === 0) first = id;
      else if (id !== last + 1) throw new Error(`Rows of ${table} have no ids in a row.`);
      last = id;
    };
    const left = rows[Symbol.iterator]();
    let next = left.next();
    // a few are not worth the trouble, and whatever a trigger does at the first row it has done then
    for (let at = 0; at < few && next.done !== true; at++, next = left.next()) {
      insertRow(next.value);
    }
    if (next.done === true) return first;
    const logged = last;
    withoutInsertTriggers(this, table, () => {
      if (watch === null) for (; next.done !== true; next = left.next()) insertRow(next.value);
      else {
        watch.look(next.value);
        insertRow(next.value);
        const prepare = (sql: string): Statement => this.statements.rows(sql);
        last = insertTogether(prepare, { table, columns, last }, left, watch);
        watch.end(logged + 1, last);
      }
    });
    noteInserted(this, table, logged + 1, last);
    return first;
  }

  deleteAll(table: string, condition: string, parameters: SqlParameters = none): number {
    const noted = noteGoing(this, table, condition, parameters);
    if (noted === null) {
      return this.run(`DELETE FROM "${table}" WHERE ${condition}`, parameters).changes;
    }
    if (noted.count === 0) return 0;
    this.run('UPDATE temp.recording_step SET is_bulk = 1');
    try {
      return this.run(
        `DELETE FROM "${table}" WHERE id IN (SELECT row_id FROM change_row WHERE id BETWEEN @first AND @last)`,
        { first: noted.first, last: noted.first + noted.count - 1 },
      ).changes;
    } finally {
      this.run('UPDATE temp.recording_step SET is_bulk = 0');
    }
  }

  protected override check(statement: Statement): Statement {
    this.statements.prepareReading(statement);
    return statement;
  }
}

export interface BookAccess {
  readonly reader: ReadableBook;
  readonly writer: WritableBook;
  /** Names what is to be done whenever the search index is about to be read; it may write through the writer. */
  readonly beforeSearch: (action: () => void) => void;
  /** Names who looks at the references of rows inserted together from now on, instead of SQLite; null: SQLite does. */
  readonly watchReferences: (watch: ReferenceWatch | null) => void;
}

/** Both views of one connection; they share its prepared statements. */
export function createAccess(sqlite: Database.Database): BookAccess {
  const statements = new StatementCache(sqlite);
  return {
    reader: new Reader(statements),
    writer: new Writer(statements),
    beforeSearch: (action) => {
      statements.beforeSearch = action;
    },
    watchReferences: (watch) => {
      statements.watch = watch;
    },
  };
}
