import type { WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';

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
