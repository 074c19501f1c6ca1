/** Stages what a list says against the one read before it: who came, who went, who moved to another job. */
import type { Ref, Stage } from './plan-stage.ts';

export type ListChangeKind = 'came' | 'went' | 'moved';

export interface PlannedChange {
  readonly kind: ListChangeKind;
  readonly person: Ref;
  /** '' for an account without a name. */
  readonly name: string;
  /** Of a move: the job before and after, in words. */
  readonly was: string | null;
  readonly became: string | null;
}

export class ListChangePlanner {
  readonly #stage: Stage;
  readonly #today: string;
  #changes: PlannedChange[] = [];

  constructor(stage: Stage, today: string) {
    this.#stage = stage;
    this.#today = today;
  }

  /** Begins a file: nothing has changed yet. */
  startFile(): void {
    this.#changes = [];
  }

  /** The changes that the file at hand tells, in the order in which they were found. */
  get changes(): readonly PlannedChange[] {
    return this.#changes;
  }

  /** `asOf`: how new the list is; null: unknown, so the day of reading stands for it. */
  add(change: PlannedChange, importRef: Ref, asOf: string | null): void {
    this.#changes.push(change);
    this.#stage.insert('list_change', {
      import_id: importRef,
      person_id: change.person,
      kind: change.kind,
      on_date: asOf ?? this.#today,
      was: change.was,
      became: change.became,
    });
  }
}
