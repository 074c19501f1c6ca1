/**
 * What the user said of undecided rows before the import is applied. A question is named by places in the files,
 * which planning anew leaves as they are; refs of people that a plan makes would not do.
 */
import type { Suspect } from './matching-leads.ts';
import type { Ref } from './plan-stage.ts';
import type { PlannedRows } from './planned-rows.ts';

export type Answer = 'same' | 'different';

/** By the key of the question. */
export type Answers = ReadonlyMap<string, Answer>;

/** A row of a file of the plan; both count from 0. */
export interface Place {
  readonly file: number;
  readonly row: number;
}

export interface OpenQuestion extends Suspect {
  /** Null: it can be answered only when the import is in the book. */
  readonly key: string | null;
}

export interface Decided {
  /** Whom the user said the row is, the first of them first. */
  readonly same: readonly Suspect[];
  readonly different: readonly Suspect[];
  readonly open: readonly OpenQuestion[];
}

export class PlanDecisions {
  readonly #answers: Answers;
  /** What became of the rows of each file that lists people, by the place of the file. */
  readonly #lists = new Map<number, PlannedRows>();

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /** Begins a file, whose rows are set one after the other. */
  startList(file: number, rows: PlannedRows): void {
    this.#lists.set(file, rows);
  }

  /** The first row that is a person whom the plan makes; null for others. */
  placeOf(person: Ref): Place | null {
    if (person > 0) return null;
    for (const [file, rows] of this.#lists) {
      const row = rows.placeOf(person);
      if (row !== null) return { file, row };
    }
    return null;
  }

  /** Parts the people whom a row may be by what was said of them. */
  decide(place: Place, suspects: readonly Suspect[]): Decided {
    const questions = suspects.map((suspect) => ({
      ...suspect,
      key: this.#keyOf(place, suspect.person),
    }));
    const saying = (answer: Answer | undefined): OpenQuestion[] =>
      questions.filter(({ key }) => (key === null ? undefined : this.#answers.get(key)) === answer);
    return { same: saying('same'), different: saying('different'), open: saying(undefined) };
  }

  #keyOf({ file, row }: Place, suspect: Ref): string | null {
    if (suspect > 0) return `${file}.${row} person ${suspect}`;
    const other = this.placeOf(suspect);
    return other === null ? null : `${file}.${row} row ${other.file}.${other.row}`;
  }
}
