/** Rows in columns, found by the values of some of them: a small database of what a plan keeps. */
import type { SqlValue } from '../book/access.ts';
import { PackedColumn } from './packed-column.ts';
import { RowIndex } from './row-index.ts';
import { none } from './small-lists.ts';

interface Index {
  readonly columns: readonly (string | undefined)[];
  readonly rows: RowIndex;
}

export class PackedRows {
  readonly columns: readonly string[];
  readonly #columns: readonly PackedColumn[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #indexes: Map<string, Index>;
  #length = 0;

  /** @param indexes columns by which rows are found: the name of one, or of two with a space between them */
  constructor(columns: readonly string[], indexes: readonly string[] = []) {
    this.columns = columns;
    this.#columns = columns.map(() => new PackedColumn());
    this.#places = new Map(columns.map((column, at) => [column, at]));
    this.#indexes = new Map(
      indexes.map((name) => {
        const [first = '', second] = name.split(' ');
        const of = second === undefined ? null : this.#column(second);
        return [name, { columns: [first, second], rows: new RowIndex(this.#column(first), of) }];
      }),
    );
  }

  get length(): number {
    return this.#length;
  }

  /** Adds a row; a column that it does not name is null. Returns its number, from 0. */
  add(row: Readonly<Record<string, SqlValue>>): number {
    const { columns } = this;
    // a plan adds millions of values: an iterator would make an object for each of them
    for (let at = 0; at < columns.length; at++) {
      this.#columns[at]?.push(row[columns[at] ?? ''] ?? null);
    }
    const number = this.#length++;
    for (const { rows } of this.#indexes.values()) rows.add(number);
    return number;
  }

  get(row: number, column: string): SqlValue {
    return this.#column(column).get(row);
  }

  /** As `get`, of a column of texts. */
  text(row: number, column: string): string | null {
    const value = this.get(row, column);
    return typeof value === 'string' ? value : null;
  }

  /** As `get`, of a column of numbers. */
  number(row: number, column: string): number | null {
    const value = this.get(row, column);
    return typeof value === 'number' ? value : null;
  }

  /** Changes a value; one by which the row is found already must stay as it is. */
  set(row: number, column: string, value: SqlValue): void {
    const known = this.get(row, column);
    if (known === value) return;
    const indexes = [...this.#indexes.values()].filter(({ columns }) => columns.includes(column));
    if (indexes.length > 0 && known !== null) {
      throw new Error(`Rows are found by ${column}: it cannot be changed.`);
    }
    this.#column(column).set(row, value);
    for (const { rows } of indexes) rows.add(row);
  }

  /** The values of a row in the order of the columns, in an array that is the caller's. */
  values(row: number): SqlValue[] {
    const values: SqlValue[] = [];
    for (const column of this.#columns) values.push(column.get(row));
    return values;
  }

  object(row: number): Record<string, SqlValue> {
    return Object.fromEntries(
      this.columns.map((name, at) => [name, this.#columns[at]?.get(row) ?? null]),
    );
  }

  /** The rows with this value in the column of an index, or these two, as `RowIndex` finds them. */
  find(
    index: string,
    first: SqlValue,
    second: SqlValue = null,
    most = Infinity,
  ): readonly number[] {
    if (this.#length === 0) return none;
    const found = this.#indexes.get(index);
    if (found === undefined) throw new Error(`Rows are not found by ${index}.`);
    return found.rows.find(first, second, most);
  }

  /** From now on `find` throws. */
  forgetIndexes(): void {
    this.#indexes.clear();
  }

  #column(name: string): PackedColumn {
    const column = this.#columns[this.#places.get(name) ?? -1];
    if (column === undefined) throw new Error(`Rows have no column ${name}.`);
    return column;
  }
}
