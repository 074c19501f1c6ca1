/**
 * What a plan would write, held in memory: rows to insert, to change and to take away, nothing else (a "unit of
 * work"). Planning only fills a stage and applying only writes it, so that a plan is exact by construction,
 * also across files: a later file sees what an earlier one has staged.
 */
import { type Ref, type StagedRow, StagedRows } from './staged-rows.ts';

export type { Ref, StagedRow };

interface StagedTable {
  readonly name: string;
  /** Columns that hold a `Ref`. */
  readonly references: readonly string[];
  /** By what planning finds staged rows, as those of `PackedRows`. */
  readonly indexes?: readonly string[];
}

/** In the order in which they can be inserted: a table comes after all that it refers to. */
export const stagedTables = [
  { name: 'platform', references: [] },
  { name: 'organisation', references: [] },
  { name: 'tag', references: [] },
  { name: 'person', references: [], indexes: ['folded_name'] },
  { name: 'event', references: [] },
  { name: 'import', references: ['owner_id', 'platform_id', 'event_id'] },
  { name: 'person_name', references: ['person_id'], indexes: ['person_id', 'kind folded_name'] },
  { name: 'person_tag', references: ['person_id', 'tag_id'], indexes: ['person_id'] },
  { name: 'person_photo', references: ['person_id'], indexes: ['person_id'] },
  { name: 'person_field', references: ['person_id', 'import_id'], indexes: ['person_id'] },
  {
    name: 'contact_point',
    references: ['person_id', 'import_id'],
    indexes: ['person_id', 'match_key'],
  },
  {
    name: 'role',
    references: ['person_id', 'organisation_id', 'import_id'],
    indexes: ['person_id'],
  },
  {
    name: 'account',
    references: ['person_id', 'platform_id', 'import_id'],
    indexes: ['person_id', 'key', 'handle', 'external_id'],
  },
  { name: 'circle', references: ['owner_id', 'platform_id'] },
  { name: 'circle_member', references: ['circle_id', 'account_id'], indexes: ['account_id'] },
  {
    name: 'tie',
    references: ['low_person_id', 'high_person_id'],
    indexes: ['low_person_id high_person_id'],
  },
  {
    name: 'evidence',
    references: ['tie_id', 'platform_id', 'event_id', 'import_id'],
    indexes: ['tie_id'],
  },
  { name: 'attendance', references: ['event_id', 'person_id', 'import_id'] },
  { name: 'interaction', references: ['person_id', 'event_id', 'import_id'] },
  { name: 'identity_question', references: ['low_person_id', 'high_person_id', 'import_id'] },
  { name: 'import_row', references: ['import_id', 'person_id'] },
  { name: 'import_mark', references: ['import_id'] },
  { name: 'list_change', references: ['import_id', 'person_id'] },
] as const satisfies readonly StagedTable[];

export type TableName = (typeof stagedTables)[number]['name'];

const indexesOf: ReadonlyMap<TableName, readonly string[]> = new Map(
  stagedTables.map((table) => [table.name, 'indexes' in table ? table.indexes : []]),
);

/** The import that brings a row. */
export interface Origin {
  readonly importRef: Ref;
  /** Format key. */
  readonly format: string;
  /** How new the list is, 'YYYY-MM-DD'; null: unknown. */
  readonly asOf: string | null;
}

/** New values for columns of a row that the book has already. */
export interface StagedUpdate {
  readonly table: TableName;
  readonly id: number;
  readonly values: StagedRow;
  /** The import that did it first. */
  readonly importRef: Ref | null;
}

export interface StagedRemoval {
  readonly id: number;
  readonly importRef: Ref | null;
}

const noRows = new StagedRows([]);

export class Stage {
  readonly #inserts = new Map<TableName, StagedRows>();
  readonly #updates = new Map<string, StagedUpdate>();
  readonly #removals = new Map<TableName, StagedRemoval[]>();
  /** From which ref on rows belong to which import, the newest last. */
  readonly #imports: { readonly from: Ref; readonly origin: Origin }[] = [];
  readonly #claims = new Set<string>();
  #lastRef = 0;
  #changes = 0;

  /** How many changes were staged so far; a row that leaves it as it was brought nothing new. */
  get changes(): number {
    return this.#changes;
  }

  /** Counts a change that writes nothing of its own: something was learnt that the record of the import keeps. */
  touch(): void {
    this.#changes++;
  }

  /** A ref for a row that is staged later, or never. */
  reserve(): Ref {
    this.#lastRef--;
    return this.#lastRef;
  }

  /** What is staged from now on is the work of this import. */
  startImport(origin: Origin): void {
    this.#imports.push({ from: this.#lastRef - 1, origin });
  }

  /** The import that staged a row; null: none did. */
  importOf(ref: Ref): Ref | null {
    return this.originOf(ref)?.importRef ?? null;
  }

  originOf(ref: Ref): Origin | null {
    return this.#imports.findLast(({ from }) => ref <= from)?.origin ?? null;
  }

  /** Stages a row. All rows of one table must have the same columns. */
  insert(table: TableName, row: StagedRow, ref: Ref = this.reserve()): Ref {
    let rows = this.#inserts.get(table);
    if (rows === undefined) {
      rows = new StagedRows(Object.keys(row), indexesOf.get(table));
      this.#inserts.set(table, rows);
    }
    rows.add(ref, row);
    this.#changes++;
    return ref;
  }

  /** Changes columns of a row, of the book or staged. The values must not hold refs of staged rows. */
  update(table: TableName, ref: Ref, values: StagedRow): void {
    this.#changes++;
    if (ref < 0 && this.#inserts.get(table)?.change(ref, values) === true) return;
    const key = `${table} ${ref}`;
    const known = this.#updates.get(key);
    if (known === undefined) {
      const importRef = this.#imports.at(-1)?.origin.importRef ?? null;
      this.#updates.set(key, { table, id: ref, values: { ...values }, importRef });
    } else Object.assign(known.values, values);
  }

  /** Takes a row away, of the book or staged; rows that refer to it must go first. */
  remove(table: TableName, ref: Ref): void {
    this.#changes++;
    if (ref < 0) {
      this.#inserts.get(table)?.remove(ref);
      return;
    }
    const removal = { id: ref, importRef: this.#imports.at(-1)?.origin.importRef ?? null };
    const removed = this.#removals.get(table);
    if (removed === undefined) this.#removals.set(table, [removal]);
    else removed.push(removal);
  }

  /** True the first time that a thing is named: for rows that may be there once only. */
  claim(name: string): boolean {
    if (this.#claims.has(name)) return false;
    this.#claims.add(name);
    return true;
  }

  /** The rows to insert into a table, in the order in which they were staged; to be asked for anew after more of them. */
  inserts(table: TableName): StagedRows {
    return this.#inserts.get(table) ?? noRows;
  }

  /** All is planned: what only planning looks for is let go. */
  close(): void {
    for (const rows of this.#inserts.values()) rows.forgetIndexes();
    this.#claims.clear();
  }

  /** How many refs were given out. */
  get refs(): number {
    return -this.#lastRef;
  }

  /** Rows of the book to delete, table by table in the order in which that can be done. */
  removals(): Iterable<readonly [TableName, readonly StagedRemoval[]]> {
    return this.#removals;
  }

  updates(): Iterable<StagedUpdate> {
    return this.#updates.values();
  }

  /** What is changed in one row of the book; null: nothing. */
  updateOf(table: TableName, id: number): StagedUpdate | null {
    return this.#updates.get(`${table} ${id}`) ?? null;
  }
}

/**
 * Orders refs as the ids will be ordered: rows of the book first, then staged ones as they were staged.
 * (SQLite gives a new row the largest id so far plus one.)
 */
export function isBefore(a: Ref, b: Ref): boolean {
  if (a > 0 && b > 0) return a < b;
  if (a < 0 && b < 0) return a > b;
  return a > 0;
}
