import type Database from 'better-sqlite3';
import type { SqlValue } from './access.ts';
import type { BookKey } from './book-key.ts';
import { openSqlite } from './cipher.ts';

export type SavedRow = Record<string, SqlValue>;

export interface ReadTable {
  /** How many rows there were, where an index or the table still tells. */
  readonly expected: number | null;
  /** Ids whose place in the file cannot be read; some may never have been given out. */
  readonly unreadable: number;
}

/** Ids are asked for so many at once, and one by one where that fails. */
const stride = 1024;
/** A page of 4096 bytes holds fewer rows than this. */
const rowsOfPage = 2048;
const largestPower = 40;

/** Reads what SQLite can still reach in a damaged file, as leniently as it lets us. */
export class SalvageReader {
  readonly #sqlite: Database.Database;

  /** @param path a copy that nobody needs: its log is moved into it */
  constructor(path: string, key: BookKey | null) {
    this.#sqlite = openSqlite(path, {}, key);
    // without it SQLite would not let the schema be read past its first fault
    this.#sqlite.unsafeMode(true);
    this.#sqlite.pragma('writable_schema = ON');
    this.#sqlite.pragma('cell_size_check = OFF');
    this.#sqlite.pragma('trusted_schema = OFF');
    this.#sqlite.defaultSafeIntegers(true);
  }

  close(): void {
    this.#sqlite.close();
  }

  /** Gives each row that can be read to `take`, in the order of their ids. */
  readTable(name: string, columns: readonly string[], take: (row: SavedRow) => void): ReadTable {
    const table = `"${name}" NOT INDEXED`;
    const list = columns.map((column) => `"${column}"`).join(', ');
    const range = this.#prepare(`SELECT ${list} FROM ${table} WHERE id BETWEEN ? AND ?`);
    const next = this.#prepare(`SELECT id FROM ${table} WHERE id >= ? ORDER BY id LIMIT 1`);
    if (range === null || next === null) return { expected: null, unreadable: 0 };
    let unreadable = 0;
    const collect = (low: number, high: number): void => {
      const rows = attempt(() => range.all(low, high) as SavedRow[]);
      if (rows !== undefined) {
        for (const row of rows) take(row);
      } else if (low === high) {
        unreadable++;
      } else {
        const middle = Math.floor((low + high) / 2);
        collect(low, middle);
        collect(middle + 1, high);
      }
    };
    const last = this.#findLast(name);
    for (let low = 1; low <= last; low += stride) {
      const found = attempt(() => (next.get(low) as { id: bigint } | undefined) ?? null);
      // nothing from here on: the seek came to the end of the table without a fault
      if (found === null) break;
      if (found !== undefined) low = Math.max(low, Number(found.id));
      collect(low, Math.min(low + stride - 1, last));
    }
    return { expected: this.#count(name), unreadable };
  }

  #count(name: string): number | null {
    const count = this.#prepare(`SELECT count(*) AS rows FROM "${name}"`);
    const found = attempt(() => count?.get() as { rows: bigint } | undefined);
    return found === undefined ? null : Number(found.rows);
  }

  /** The largest id, or one that is surely not smaller when the end of the table cannot be read. */
  #findLast(name: string): number {
    const before = this.#prepare(
      `SELECT id FROM "${name}" NOT INDEXED WHERE id < ? ORDER BY id DESC LIMIT 1`,
    );
    if (before === null) return 0;
    for (let power = largestPower; power >= 0; power--) {
      const found = attempt(() => (before.get(2 ** power) as { id: bigint } | undefined) ?? null);
      if (found === undefined) continue;
      if (power === largestPower) return found === null ? 0 : Number(found.id);
      // whatever lies beyond is on the one page that the next power has led to
      return 2 ** (power + 1) + rowsOfPage;
    }
    return rowsOfPage;
  }

  #prepare(sql: string): Database.Statement | null {
    return attempt(() => this.#sqlite.prepare(sql)) ?? null;
  }
}

/** Undefined where the file cannot be read: that is what is expected here. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
