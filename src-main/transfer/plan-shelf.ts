/**
 * The plan that waits to be applied: one at a time, in memory. It remembers the state of the book for which
 * it is exact; if the book has changed since, it is worked out anew and must come out the same.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readChangeStamp } from '../book/change-stamp.ts';
import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { Checkpoint, Clock, QueryContext } from '../book/context.ts';
import { AppError } from '../contract/result.ts';
import type { LeftAlone } from './open-source.ts';
import type { Answers } from './plan-decisions.ts';
import type { PlannedFile } from './planned-file.ts';

/** Which id a staged row was given. */
export type GivenIds = Pick<ReadonlyMap<number, number>, 'get'>;

/** A planned import, whatever kind of file it came from. */
export interface Planned {
  readonly files: readonly PlannedFile[];
  /** Files that are not taken at all. */
  readonly leftAlone: readonly LeftAlone[];
  /** Writes it; the book must be as it was when this was planned. Returns ids by ref. */
  readonly write: (book: WritableBook, checkpoint: Checkpoint) => GivenIds;
}

/** Plans against the book as it is, with what was said of undecided rows. */
export type Planner = (
  book: ReadableBook,
  clock: Clock,
  checkpoint: Checkpoint,
  answers: Answers,
) => Planned;

/** What the shelf needs of the context of a call. */
type Context = Pick<QueryContext, 'book' | 'clock' | 'checkpoint'>;

export interface ShelvedPlan {
  readonly planId: string;
  readonly planned: Planned;
  readonly stamp: string;
  readonly planner: Planner;
  readonly answers: Answers;
}

export class PlanShelf {
  #plan: ShelvedPlan | null = null;

  /** Plans and keeps the plan in the place of the last one. */
  put({ book, clock, checkpoint }: Context, planner: Planner): ShelvedPlan {
    this.#plan = null;
    const answers: Answers = new Map();
    const planned = planner(book, clock, checkpoint, answers);
    const stamp = readChangeStamp(book);
    this.#plan = { planId: randomUUID(), planned, stamp, planner, answers };
    return this.#plan;
  }

  /**
   * Works the plan out anew with these answers, all that were given so far; it becomes another plan.
   * @throws AppError NOT_FOUND as `get`
   */
  decide(planId: string, { book, clock, checkpoint }: Context, answers: Answers): ShelvedPlan {
    const { planner } = this.get(planId);
    const planned = planner(book, clock, checkpoint, answers);
    const stamp = readChangeStamp(book);
    this.#plan = { planId: randomUUID(), planned, stamp, planner, answers };
    return this.#plan;
  }

  /** @throws AppError NOT_FOUND when the plan was applied, discarded or replaced */
  get(planId: string): ShelvedPlan {
    if (this.#plan?.planId === planId) return this.#plan;
    throw new AppError(
      'NOT_FOUND',
      'This import is no longer at hand: it was applied, put away or replaced by another. Choose the files again.',
    );
  }

  discard(planId: string): void {
    if (this.#plan?.planId === planId) this.#plan = null;
  }

  /**
   * Takes the plan off the shelf, exact for the book as it is now.
   * @throws AppError NOT_FOUND; CONFLICT when the book has changed so that the plan would come out otherwise
   */
  take(planId: string, { book, clock, checkpoint }: Context): Planned {
    const { answers, planned, stamp, planner } = this.get(planId);
    this.#plan = null;
    if (readChangeStamp(book) === stamp) return planned;
    const anew = planner(book, clock, checkpoint, answers);
    if (signatureOf(anew) === signatureOf(planned)) return anew;
    throw new AppError(
      'CONFLICT',
      'The book has changed since this import was looked at, so it would no longer do what was shown. Choose the files again to see what it would do now.',
    );
  }
}

/** All that a user could see of a plan. */
function signatureOf({ files }: Planned): string {
  const hash = createHash('sha256');
  for (const { importRef: _, rows, ...file } of files) {
    hash.update(JSON.stringify(file));
    for (const row of rows) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}

/** A planned import of lists. */
export function plannedOf(
  files: readonly PlannedFile[],
  leftAlone: readonly LeftAlone[],
  write: Planned['write'],
): Planned {
  return { files, leftAlone, write };
}
