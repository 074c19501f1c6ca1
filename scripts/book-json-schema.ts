import Database from 'better-sqlite3';
import { createAccess } from '../src-main/book/database.ts';
import { migrate } from '../src-main/book/migrate.ts';
import { readMigrations } from '../src-main/book/migration-files.ts';
import type { ReadableBook } from '../src-main/book/access.ts';
import type { TableColumn } from '../src-main/book/schema.ts';
import { readBookTables, readBookVersion } from '../src-main/transfer/book-tables.ts';
import { bookFormat } from '../src-main/transfer/write-json.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** Dates and moments as GLOB patterns of the schema write them; what else a CHECK says is left to the book. */
const dateGlob = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';

/**
 * docs/book.schema.json: the JSON Schema (2020-12) of the whole book as one document, from the tables as they are
 * after all migrations. It holds for documents of this version; the reader takes those of earlier ones as well.
 */
export function drawBookSchema(migrationsFolder: string): string {
  const sqlite = new Database(':memory:');
  migrate(sqlite, {
    migrations: readMigrations(migrationsFolder),
    clock: { now: '2026-01-01T00:00:00.000Z', today: '2026-01-01' },
    path: 'schema',
    backUp: () => null,
  });
  const { reader } = createAccess(sqlite);
  const tables = readBookTables(reader);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'An Acquaint book',
    description:
      'The whole book as one document. Rows refer to one another by id; bytes are base64; whole numbers beyond 2^53 are text.',
    type: 'object',
    properties: {
      format: { const: bookFormat },
      version: { const: readBookVersion(reader) },
      tables: objectOf(
        Object.fromEntries(
          tables.map(({ columns, name }) => [
            name,
            { type: 'array', items: rowSchema(reader, name, columns) },
          ]),
        ),
      ),
    },
    required: ['format', 'version', 'tables'],
    additionalProperties: false,
  };
  sqlite.close();
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function rowSchema(book: ReadableBook, table: string, columns: readonly TableColumn[]): JsonSchema {
  const sql = book.value<string>(
    "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = @table",
    {
      table,
    },
  );
  const required = new Set(
    book.column<string>(
      `SELECT name FROM pragma_table_info(@table) WHERE "notnull" = 1 OR pk = 1`,
      {
        table,
      },
    ),
  );
  return objectOf(
    Object.fromEntries(
      columns.map((column) => [
        column.name,
        columnSchema(column, required.has(column.name), sql ?? ''),
      ]),
    ),
  );
}

/** All properties are written, and no others. */
function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function columnSchema({ name, type }: TableColumn, isRequired: boolean, sql: string): JsonSchema {
  const value = valueSchema(type, name, sql);
  if (isRequired) return value;
  return { anyOf: [value, { type: 'null' }] };
}

function valueSchema(type: TableColumn['type'], name: string, sql: string): JsonSchema {
  if (type === 'REAL') return { type: 'number' };
  if (type === 'BLOB') return { type: 'string', contentEncoding: 'base64' };
  if (type === 'INTEGER') {
    const flag = new RegExp(`\\b${name} IN \\(0, 1\\)`).test(sql);
    if (flag) return { enum: [0, 1] };
    return { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^-?[0-9]{16,19}$' }] };
  }
  const words = new RegExp(`\\b${name} IN\\s*\\(('[^)]*)\\)`).exec(sql)?.[1];
  if (words !== undefined) {
    return { enum: [...words.matchAll(/'([^']*)'/g)].flatMap((match) => match[1] ?? []) };
  }
  const isDay = sql.includes(`CHECK (${name} GLOB '${dateGlob}')`);
  return isDay ? { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' } : { type: 'string' };
}
