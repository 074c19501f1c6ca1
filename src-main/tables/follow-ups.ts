import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';

export interface NewFollowUp {
  readonly personId: PersonId;
  /** 'YYYY-MM-DD'. */
  readonly dueOn: string;
  readonly what?: string;
  readonly eventId?: number | null;
}

/** Records something to do about a person on a day. */
export function insertFollowUp(book: WritableBook, followUp: NewFollowUp): number {
  return book.run(
    `INSERT INTO follow_up (person_id, due_on, what, event_id) VALUES (@personId, @dueOn, @what, @eventId)`,
    {
      personId: followUp.personId,
      dueOn: followUp.dueOn,
      what: followUp.what ?? '',
      eventId: followUp.eventId ?? null,
    },
  ).id;
}

/** Whom a follow-up is about. Throws NOT_FOUND. */
export function personOfFollowUp(book: ReadableBook, followUpId: number): PersonId {
  const personId = book.value<PersonId>('SELECT person_id FROM follow_up WHERE id = @followUpId', {
    followUpId,
  });
  if (personId === undefined) {
    throw new AppError(
      'NOT_FOUND',
      'This follow-up is no longer there: it has been removed, with an event or a person perhaps.',
    );
  }
  return personId;
}

/** Ticks a follow-up off on a day ('YYYY-MM-DD'); one that is done stays as it is. */
export function finishFollowUp(book: WritableBook, followUpId: number, today: string): void {
  book.run('UPDATE follow_up SET done_on = @today WHERE id = @followUpId AND done_on IS NULL', {
    followUpId,
    today,
  });
}
