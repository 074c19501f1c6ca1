import type Database from 'better-sqlite3';
import { AppError } from '../contract/result.ts';
import type { ReadableBook, SqlParameters, SqlValue, WritableBook } from './access.ts';

type Statement = Database.Statement;

/** Enough for every statement in the program; dynamic SQL beyond it only costs preparing again. */
const statementLimit = 500;

/** Prepared statements by text. `pluck` is a state of a statement, hence two maps. */
class StatementCache {
  readonly #sqlite: Database.Database;
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
    kept.set(sql, statement);
    return statement;
  }
}

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
    if (statement.readonly) return statement;
    throw new AppError('INTERNAL', `A query tried to write: ${statement.source}`);
  }
}

class Writer extends Reader implements WritableBook {
  run(sql: string, parameters: SqlParameters = none): { changes: number; id: number } {
    const result = this.statements.rows(sql).run(parameters);
    return { changes: result.changes, id: Number(result.lastInsertRowid) };
  }

  protected override check(statement: Statement): Statement {
    return statement;
  }
}

/** Both views of one connection; they share its prepared statements. */
export function createAccess(sqlite: Database.Database): {
  readonly reader: ReadableBook;
  readonly writer: WritableBook;
} {
  const statements = new StatementCache(sqlite);
  return { reader: new Reader(statements), writer: new Writer(statements) };
}
