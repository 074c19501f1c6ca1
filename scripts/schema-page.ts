import Database from 'better-sqlite3';
import { readMigrations } from '../src-main/book/migration-files.ts';
import { migrate } from '../src-main/book/migrate.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly pk: 0 | 1;
}
interface Reference {
  readonly from: string;
  readonly table: string;
}
interface Table {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
  /** Names of indexes and whether they are unique. */
  readonly indexes: readonly { readonly name: string; readonly sql: string }[];
}

/** The tables of one diagram each: all of them in one could not be read. */
const chapters: readonly { readonly title: string; readonly tables: readonly string[] }[] = [
  {
    title: 'People, organisations, accounts',
    tables: [
      'person',
      'person_name',
      'contact_point',
      'organisation',
      'role',
      'platform',
      'account',
      'person_field',
      'person_photo',
    ],
  },
  {
    title: 'Ties, evidence, circles',
    tables: ['tie', 'evidence', 'circle', 'circle_member', 'reported_size'],
  },
  {
    title: 'Events and what follows',
    tables: ['event', 'attendance', 'interaction', 'follow_up', 'keep_in_touch', 'put_off'],
  },
  {
    title: 'Tags and topics',
    tables: ['tag', 'person_tag', 'topic', 'topic_synonym', 'topic_statement'],
  },
  {
    title: 'Introductions',
    tables: [
      'goal',
      'introduction',
      'introduction_change',
      'introduction_letter',
      'letter_template',
      'refused_pair',
    ],
  },
  { title: 'Outcomes and favours', tables: ['outcome', 'share', 'thanks'] },
  {
    title: 'Imports and their questions',
    tables: [
      'import',
      'import_row',
      'list_change',
      'import_mark',
      'import_insert',
      'import_update',
      'identity_question',
      'erased_mark',
    ],
  },
  { title: 'Saved questions', tables: ['saved_view'] },
  {
    title: 'The machinery of the book',
    tables: [
      'migration',
      'change_step',
      'change_row',
      'setting',
      'seal',
      'graph_copy',
      'search_pending',
    ],
  },
];

/**
 * docs/schema.md: diagrams and all columns, from the tables as SQLite has them after all migrations, with the
 * comments that stand beside them in the SQL.
 *
 * @throws Error when a table is in no chapter
 */
export function drawSchema(migrationsFolder: string): string {
  const migrations = readMigrations(migrationsFolder);
  const sqlite = new Database(':memory:');
  migrate(sqlite, {
    migrations,
    clock: { now: '2026-01-01T00:00:00.000Z', today: '2026-01-01' },
    path: 'schema',
    backUp: () => null,
  });
  const tables = readTables(sqlite);
  const virtual = sqlite
    .prepare("SELECT name, sql FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%' ORDER BY rowid")
    .all() as { name: string; sql: string }[];
  sqlite.close();
  const drawn = new Set(chapters.flatMap((chapter) => chapter.tables));
  const missing = [...tables.keys()].filter((name) => !drawn.has(name));
  if (missing.length > 0)
    throw new Error(`No chapter of the schema page has ${missing.join(', ')}.`);
  const comments = readTableComments(migrations.flatMap(({ source }) => source));
  return [
    '# The schema of a book',
    '',
    'Drawn from the migrated schema by `scripts/draw-schema.ts`; a test holds it up to date. All tables are STRICT, with',
    'an INTEGER PRIMARY KEY `id`, by which undo addresses their rows. Dates are `YYYY-MM-DD`, moments ISO 8601 in UTC;',
    'what is not known is NULL. There is no ON DELETE CASCADE: a delete that forgets a child row fails.',
    '',
    ...chapters.flatMap((chapter) => drawChapter(chapter, tables, comments)),
    '## Search (full-text indexes, derived)',
    '',
    ...virtual.flatMap(({ name, sql }) => [`### ${name}`, '', '```sql', sql, '```', '']),
  ].join('\n');
}

function readTables(sqlite: Database.Database): Map<string, Table> {
  const rows = sqlite
    .prepare(
      `SELECT s.name, s.sql FROM sqlite_schema AS s JOIN pragma_table_list AS t ON t.name = s.name
       WHERE s.type = 'table' AND t.type = 'table' AND t.schema = 'main' AND s.name NOT LIKE 'sqlite%' ORDER BY s.rowid`,
    )
    .all() as { name: string; sql: string }[];
  const columns = sqlite.prepare('SELECT name, type, "notnull", pk FROM pragma_table_info(?)');
  const references = sqlite.prepare(
    'SELECT "from", "table" FROM pragma_foreign_key_list(?) ORDER BY id DESC',
  );
  const indexes = sqlite.prepare(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid",
  );
  return new Map(
    rows.map(({ name, sql }) => [
      name,
      {
        name,
        sql,
        columns: columns.all(name) as Column[],
        references: references.all(name) as Reference[],
        indexes: indexes.all(name) as { name: string; sql: string }[],
      },
    ]),
  );
}

function drawChapter(
  chapter: { readonly title: string; readonly tables: readonly string[] },
  tables: ReadonlyMap<string, Table>,
  comments: ReadonlyMap<string, string>,
): string[] {
  const own = chapter.tables.flatMap((name) => tables.get(name) ?? []);
  return [
    `## ${chapter.title}`,
    '',
    '```mermaid',
    'erDiagram',
    ...own.flatMap((table) => drawRelations(table)),
    ...own.flatMap((table) => drawEntity(table)),
    '```',
    '',
    ...own.flatMap((table) => listTable(table, comments.get(table.name) ?? '')),
  ];
}

/** One line a reference: a child row has one parent, or none when the column may be NULL. */
function drawRelations({ columns, name, references }: Table): string[] {
  return references.map(({ from, table }) => {
    const isRequired = columns.find((column) => column.name === from)?.notnull === 1;
    return `  ${table} ${isRequired ? '||' : '|o'}--o{ ${name} : "${from}"`;
  });
}

function drawEntity({ columns, name, references }: Table): string[] {
  const keys = new Set(references.map(({ from }) => from));
  return [
    `  ${name} {`,
    ...columns.map((column) => {
      const key = column.pk === 1 ? ' PK' : keys.has(column.name) ? ' FK' : '';
      return `    ${column.type} ${column.name}${key}`;
    }),
    '  }',
  ];
}

function listTable(table: Table, comment: string): string[] {
  const notes = readColumnComments(table);
  const target = new Map(table.references.map(({ from, table: to }) => [from, to]));
  return [
    `### ${table.name}`,
    '',
    ...(comment === '' ? [] : [comment, '']),
    '| column | type | may be NULL | refers to | |',
    '| --- | --- | --- | --- | --- |',
    ...table.columns.map(({ name, notnull, pk, type }) => {
      const mayBeNull = notnull === 1 || pk === 1 ? '' : 'yes';
      return `| ${name} | ${type} | ${mayBeNull} | ${target.get(name) ?? ''} | ${escapeCell(notes.get(name) ?? '')} |`;
    }),
    '',
    ...table.indexes.map(({ sql }) => `- \`${sql.replaceAll(/\s+/g, ' ')}\``),
    ...(table.indexes.length === 0 ? [] : ['']),
  ];
}

/** Comments of a column: the lines before it, or what follows on its line; then its CHECK. */
function readColumnComments({ columns, sql }: Table): Map<string, string> {
  const names = new Set(columns.map(({ name }) => name));
  const notes = new Map<string, string>();
  let before: string[] = [];
  for (const line of sql.split('\n').slice(1)) {
    const comment = /^\s*--\s*(.*)$/.exec(line)?.[1];
    if (comment !== undefined) {
      before.push(comment);
      continue;
    }
    const name = /^\s*"?(\w+)"?/.exec(line)?.[1] ?? '';
    if (names.has(name) && !notes.has(name)) {
      const after = /--\s*(.*)$/.exec(line)?.[1];
      const said = [...before, ...(after === undefined ? [] : [after])].join(' ');
      notes.set(name, said);
    }
    before = [];
  }
  return notes;
}

/** The comment lines that stand right above each CREATE TABLE. */
function readTableComments(sources: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const source of sources) {
    let above: string[] = [];
    for (const line of source.split('\n')) {
      const comment = /^--\s?(.*)$/.exec(line)?.[1];
      const table = /^CREATE TABLE (\w+)/.exec(line)?.[1];
      if (comment !== undefined) above.push(comment);
      else {
        if (table !== undefined) found.set(table, above.join(' '));
        above = [];
      }
    }
  }
  return found;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
