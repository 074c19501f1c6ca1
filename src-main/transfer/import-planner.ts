/** The planners of all table families over one stage. */
import type { Clock } from '../book/context.ts';
import type { ReadableBook } from '../book/access.ts';
import { ErasedMarks } from '../tables/erased-marks.ts';
import { Dossiers } from './dossiers.ts';
import { ListReadings } from './list-readings.ts';
import { MatchingIndex } from './matching-index.ts';
import { CirclePlanner } from './plan-circles.ts';
import { type Answers, PlanDecisions } from './plan-decisions.ts';
import { ListChangePlanner } from './plan-list-changes.ts';
import { MarkPlanner } from './plan-marks.ts';
import { PersonPlanner, type PlanTools } from './plan-persons.ts';
import { QuestionPlanner } from './plan-questions.ts';
import { SharedRows } from './plan-shared-rows.ts';
import { Stage } from './plan-stage.ts';
import { TiePlanner } from './plan-ties.ts';

export interface ImportPlanner {
  readonly book: ReadableBook;
  readonly clock: Clock;
  readonly stage: Stage;
  readonly tools: PlanTools;
  readonly persons: PersonPlanner;
  readonly ties: TiePlanner;
  readonly circles: CirclePlanner;
  readonly questions: QuestionPlanner;
  readonly decisions: PlanDecisions;
  readonly changes: ListChangePlanner;
  /** Who must not come back. */
  readonly erased: ErasedMarks;
  readonly marks: MarkPlanner;
}

export function createImportPlanner(
  book: ReadableBook,
  clock: Clock,
  answers: Answers,
): ImportPlanner {
  const stage = new Stage();
  const changes = new ListChangePlanner(stage, clock.today);
  const tools: PlanTools = {
    stage,
    changes,
    index: new MatchingIndex(book, stage),
    readings: new ListReadings(book),
    dossiers: new Dossiers(book, stage),
    shared: new SharedRows(book, stage),
    now: clock.now,
  };
  return {
    book,
    clock,
    stage,
    tools,
    persons: new PersonPlanner(tools),
    ties: new TiePlanner(book, stage),
    circles: new CirclePlanner(book, stage),
    questions: new QuestionPlanner(book, stage),
    decisions: new PlanDecisions(answers),
    changes,
    erased: new ErasedMarks(book),
    marks: new MarkPlanner(book, stage),
  };
}
