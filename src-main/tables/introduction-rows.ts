import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { IntroductionId, PersonId } from '../contract/common.ts';
import type { Introduction } from '../contract/introductions.ts';
import { isTieKnown, removeEvidence } from './remove-evidence.ts';
import { addEvidence } from './tie-evidence.ts';

export type IntroductionState = Introduction['state'];

export interface NewIntroduction {
  readonly kind: Introduction['kind'];
  readonly state: IntroductionState;
  /** Me, when I make it. */
  readonly introducerId: PersonId;
  /** Me, when I ask or receive it. */
  readonly firstId: PersonId;
  readonly secondId: PersonId;
  /** 'YYYY-MM-DD': the day on which it came to be in this state. */
  readonly onDate: string;
  readonly topicId?: number | null;
  readonly goal?: string;
  readonly goalId?: number | null;
  readonly message?: string;
  readonly note?: string;
  readonly cameFromId?: number | null;
  readonly eventId?: number | null;
  readonly remindOn?: string | null;
}

/**
 * Records an introduction with its first change of state, and the evidence it brings. The rules (who may be
 * who, which state may come first) are the caller's. `now` is the moment of the command.
 */
export function insertIntroduction(
  book: WritableBook,
  introduction: NewIntroduction,
  now: string,
): IntroductionId {
  const { id } = book.run(
    `INSERT INTO introduction (kind, state, introducer_id, first_person_id, second_person_id, topic_id, goal,
       goal_id, message, note, came_from_id, event_id, remind_on, created_at)
     VALUES (@kind, @state, @introducerId, @firstId, @secondId, @topicId, @goal,
       @goalId, @message, @note, @cameFromId, @eventId, @remindOn, @now)`,
    {
      kind: introduction.kind,
      state: introduction.state,
      introducerId: introduction.introducerId,
      firstId: introduction.firstId,
      secondId: introduction.secondId,
      topicId: introduction.topicId ?? null,
      goal: introduction.goal ?? '',
      goalId: introduction.goalId ?? null,
      message: introduction.message ?? '',
      note: introduction.note ?? '',
      cameFromId: introduction.cameFromId ?? null,
      eventId: introduction.eventId ?? null,
      remindOn: introduction.remindOn ?? null,
      now,
    },
  );
  addIntroductionChange(book, id, introduction.state, introduction.onDate, '');
  refreshIntroductionEvidence(book, id);
  return id as IntroductionId;
}

/** Notes that an introduction came to be in a state on a day ('YYYY-MM-DD'). */
export function addIntroductionChange(
  book: WritableBook,
  introductionId: number,
  state: IntroductionState,
  onDate: string,
  note: string,
): void {
  book.run(
    `INSERT INTO introduction_change (introduction_id, state, changed_on, note)
     VALUES (@introductionId, @state, @onDate, @note)`,
    { introductionId, state, onDate, note },
  );
}

interface IntroductionRow {
  readonly introducerId: PersonId;
  readonly firstId: PersonId;
  readonly secondId: PersonId;
  readonly outcome: string | null;
}

/**
 * Brings the evidence of an introduction in line with its state. Once made or met, the two know each other
 * ('introduced', of the day it was made or, later, they met) until it is moved back or ends without an answer;
 * and whoever introduced them knows both, which is noted ('told') where no tie said so yet.
 */
export function refreshIntroductionEvidence(book: WritableBook, introductionId: number): void {
  const row = book.get<IntroductionRow>(
    `SELECT introducer_id AS introducerId, first_person_id AS firstId, second_person_id AS secondId, outcome
     FROM introduction WHERE id = @introductionId`,
    { introductionId },
  );
  if (row === undefined) return;
  const onDate = row.outcome === 'no_answer' ? null : dayBroughtTogether(book, introductionId);
  removeIntroductionEvidence(book, introductionId);
  if (onDate === null) return;
  for (const known of [row.firstId, row.secondId]) {
    if (isTieKnown(book, row.introducerId, known)) continue;
    const note = 'Made an introduction.';
    addEvidence(book, row.introducerId, known, { kind: 'told', onDate, introductionId, note });
  }
  addEvidence(book, row.firstId, row.secondId, { kind: 'introduced', onDate, introductionId });
}

/** Takes away what an introduction brought; ties that rested on nothing else go as well. */
export function removeIntroductionEvidence(book: WritableBook, introductionId: number): void {
  removeEvidence(
    book,
    book.column<number>('SELECT id FROM evidence WHERE introduction_id = @introductionId', {
      introductionId,
    }),
  );
}

/** The day of the last change other than to an outcome, if that was to 'made' or 'met'; else null. */
function dayBroughtTogether(book: ReadableBook, introductionId: number): string | null {
  const last = book.get<{ state: IntroductionState; onDate: string }>(
    `SELECT state, changed_on AS onDate FROM introduction_change
     WHERE introduction_id = @introductionId AND state <> 'outcome' ORDER BY id DESC LIMIT 1`,
    { introductionId },
  );
  return last?.state === 'made' || last?.state === 'met' ? last.onDate : null;
}
