/** What earlier files of a list named: in the book, and among those of the plan. */
import type { ReadableBook } from '../book/access.ts';
import { type ListKey, listText } from './matching-keys.ts';
import type { PlannedRows } from './planned-rows.ts';
import { append, none } from './small-lists.ts';
import type { Ref } from './plan-stage.ts';

export class ListReadings {
  readonly #book: ReadableBook;
  /** What became of the rows of each list of the plan. */
  readonly #listed = new Map<string, PlannedRows[]>();
  readonly #read = new Map<string, string[]>();

  constructor(book: ReadableBook) {
    this.#book = book;
  }

  /** True if an earlier file of the same kind, owner and event listed this person. */
  isListed(list: ListKey, person: Ref): boolean {
    const staged = this.#listed.get(listText(list)) ?? none;
    if (staged.some((rows) => rows.placeOf(person) !== null)) return true;
    if (person < 0 || (list.owner ?? 1) < 0 || (list.event ?? 1) < 0) return false;
    const found = this.#book.value(
      `SELECT 1 FROM import_row JOIN import ON import.id = import_row.import_id
       WHERE import_row.person_id = @person AND import.format = @format
         AND import.owner_id IS @owner AND import.event_id IS @event LIMIT 1`,
      { person, format: list.format, owner: list.owner, event: list.event },
    );
    return found !== undefined;
  }

  /** The most rows that were this person in one earlier reading of the list. */
  countListed(list: ListKey, person: Ref): number {
    return (
      this.#book.value<number>(
        `SELECT count(*) AS rows FROM import_row JOIN import ON import.id = import_row.import_id
         WHERE import_row.person_id = @person AND import.format = @format
           AND import.owner_id IS @owner AND import.event_id IS @event
         GROUP BY import.id ORDER BY rows DESC LIMIT 1`,
        { person, format: list.format, owner: list.owner, event: list.event },
      ) ?? 0
    );
  }

  /** True if an earlier file of the same kind, owner and event was read. */
  hasList(list: ListKey): boolean {
    return this.#readings(list).length > 0;
  }

  /** True if these very bytes were read as such a list. */
  isRead(list: ListKey, sha256: string): boolean {
    return this.#readings(list).includes(sha256);
  }

  /** True if these very bytes were read, and another file of the same kind, owner and event after them. */
  isReadBeforeAnother(list: ListKey, sha256: string): boolean {
    const readings = this.#readings(list);
    const last = readings.lastIndexOf(sha256);
    return last !== -1 && last < readings.length - 1;
  }

  noteReading(list: ListKey, sha256: string): void {
    append(this.#read, listText(list), sha256);
  }

  /** The files of one list in the order in which they were read. */
  #readings(list: ListKey): string[] {
    const staged = this.#read.get(listText(list)) ?? [];
    if ((list.owner ?? 1) < 0 || (list.event ?? 1) < 0) return staged;
    const known = this.#book.column<string>(
      `SELECT source_sha256 FROM import
       WHERE format = @format AND owner_id IS @owner AND event_id IS @event ORDER BY id`,
      { format: list.format, owner: list.owner, event: list.event },
    );
    return [...known, ...staged];
  }

  /** Begins a list, whose rows are set one after the other. */
  startList(list: ListKey, rows: PlannedRows): void {
    append(this.#listed, listText(list), rows);
  }
}
