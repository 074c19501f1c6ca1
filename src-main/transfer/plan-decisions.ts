/**
 * What the user said of undecided rows before the import is applied. A question is named by places in the files,
 * which planning anew leaves as they are; refs of people that a plan makes would not do.
 */
import type { Suspect } from './matching-leads.ts';
import type { Ref } from './plan-stage.ts';

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
  /** Which row brought a person that the plan makes. */
  readonly #places = new Map<Ref, Place>();

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /** Notes that a row brought a person; who was there before keeps their place. */
  notePerson(person: Ref, place: Place): void {
    if (person < 0 && !this.#places.has(person)) this.#places.set(person, place);
  }

  placeOf(person: Ref): Place | null {
    return this.#places.get(person) ?? null;
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
    const other = this.#places.get(suspect);
    return other === undefined ? null : `${file}.${row} row ${other.file}.${other.row}`;
  }
}
