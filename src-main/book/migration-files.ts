import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitStatements, type SqlStatement } from './statements.ts';

/** One numbered step of the schema, as its file says. */
export interface Migration {
  readonly version: number;
  /** The file's name, for messages and the ledger. */
  readonly name: string;
  readonly sha256: string;
  /** The whole file, comments included. */
  readonly source: string;
  readonly statements: readonly SqlStatement[];
}

const fileName = /^(\d{4})_[a-z][a-z0-9]*(?:_[a-z0-9]+)+\.sql$/;

/**
 * The transaction and the pragmas are the runner's: a COMMIT of a migration's own would let half of it
 * stay, and `PRAGMA foreign_keys` does nothing inside a transaction.
 */
const forbidden: ReadonlySet<string> = new Set([
  'BEGIN',
  'COMMIT',
  'END',
  'ROLLBACK',
  'SAVEPOINT',
  'RELEASE',
  'PRAGMA',
  'ATTACH',
  'DETACH',
  'VACUUM',
]);

/** Reads `NNNN_verb_object.sql` from a folder. Throws when numbers are missing or a file breaks a rule. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  return names.map((name, index) => {
    const migration = parseMigration(name, readFileSync(join(folder, name), 'utf8'));
    if (migration.version !== index + 1) {
      throw new Error(`Migration ${name} should have the number ${index + 1}.`);
    }
    return migration;
  });
}

/** Understands one migration file. Line ends are normalised first, so that a checkout on Windows hashes alike. */
export function parseMigration(name: string, content: string): Migration {
  const version = Number(fileName.exec(name)?.[1] ?? Number.NaN);
  if (!Number.isInteger(version) || version < 1) {
    throw new Error(`Migration ${name} is not named NNNN_verb_object.sql.`);
  }
  const sql = content.replaceAll('\r\n', '\n');
  const statements = splitStatements(sql);
  for (const { verb, line } of statements) {
    if (forbidden.has(verb)) {
      throw new Error(`Migration ${name}, line ${line}: ${verb} belongs to the runner.`);
    }
  }
  if (statements.length === 0) throw new Error(`Migration ${name} has no statement.`);
  return {
    version,
    name,
    source: sql,
    statements,
    sha256: createHash('sha256').update(sql).digest('hex'),
  };
}
