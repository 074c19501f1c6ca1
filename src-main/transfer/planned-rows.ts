/** The rows that a plan shows, in columns: a long file's would be a hundred thousand objects for as long as the plan waits. */
import { planCategories } from '../contract/import-plan.ts';
import { Int32List } from './int32-list.ts';
import { PackedRows } from './packed-rows.ts';
import type { Category, PlannedQuestion, PlannedRow } from './planned-file.ts';
import type { Ref } from './plan-stage.ts';

export class PlannedRows implements Iterable<PlannedRow> {
  readonly #rows = new PackedRows(
    ['at', 'line', 'name', 'detail', 'category', 'reason', 'person', 'newcomer'],
    ['newcomer'],
  );
  /** Which row of these each is, plus one; 0: none yet. Rows are planned in another order than that of the file. */
  readonly #numbers = new Int32List();
  readonly #questions = new Map<number, readonly PlannedQuestion[]>();

  get length(): number {
    return this.#numbers.length;
  }

  push(row: PlannedRow): void {
    this.set(this.length, row);
  }

  /** Says, once, what a row is, which may come before those that it follows. */
  set(at: number, { category, detail, line, name, person, questions, reason }: PlannedRow): void {
    const values = { at, line, name, detail, category: planCategories.indexOf(category) };
    // thousands of rows may be one person, by whom only the first is found
    const newcomer = person !== null && this.placeOf(person) === null ? person : null;
    this.#numbers.set(at, this.#rows.add({ ...values, reason, person, newcomer }) + 1);
    if (questions !== undefined) this.#questions.set(at, questions);
  }

  /** Undefined for a row that is not there. */
  at(index: number): PlannedRow | undefined {
    if (this.#numbers.at(index) === 0) return undefined;
    const number = this.#numberOf(index);
    const questions = this.#questions.get(index);
    const row = {
      line: this.lineAt(index),
      name: this.#rows.text(number, 'name') ?? '',
      detail: this.#rows.text(number, 'detail') ?? '',
      category: this.categoryAt(index),
      reason: this.reasonAt(index),
      person: this.personAt(index),
    };
    return questions === undefined ? row : { ...row, questions };
  }

  lineAt(index: number): number {
    return this.#rows.number(this.#numberOf(index), 'line') ?? 0;
  }

  categoryAt(index: number): Category {
    const category = this.#rows.number(this.#numberOf(index), 'category') ?? -1;
    return planCategories[category] ?? 'leftOut';
  }

  reasonAt(index: number): string {
    return this.#rows.text(this.#numberOf(index), 'reason') ?? '';
  }

  personAt(index: number): Ref | null {
    return this.#rows.number(this.#numberOf(index), 'person');
  }

  /** The place of the row that was a person first, of those set so far; null: none was. */
  placeOf(person: Ref): number | null {
    const [first] = this.#rows.find('newcomer', person);
    return first === undefined ? null : this.#rows.number(first, 'at');
  }

  /** The rows that can be decided before the import is applied, by their place, in the order of the file. */
  questions(): [at: number, questions: readonly PlannedQuestion[]][] {
    return [...this.#questions].sort(([a], [b]) => a - b);
  }

  *[Symbol.iterator](): Generator<PlannedRow> {
    for (let index = 0; index < this.length; index++) {
      const row = this.at(index);
      if (row !== undefined) yield row;
    }
  }

  #numberOf(index: number): number {
    const number = this.#numbers.at(index) - 1;
    if (number < 0) throw new Error(`The plan has no row ${index}.`);
    return number;
  }
}
