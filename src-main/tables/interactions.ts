import type { WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { addEvidence } from './tie-evidence.ts';

export interface NewInteraction {
  readonly personId: PersonId;
  readonly kind: 'conversation' | 'message' | 'call' | 'meeting';
  /** 'YYYY-MM-DD'. */
  readonly onDate: string;
  readonly note?: string;
  readonly eventId?: number | null;
  readonly importId?: number | null;
}

/** Records a contact with a person, unless just this one (kind, day, event, note) is there. Evidence for the tie is the caller's business. */
export function addInteraction(
  book: WritableBook,
  interaction: NewInteraction,
): { id: number; isNew: boolean } {
  const row = {
    personId: interaction.personId,
    kind: interaction.kind,
    onDate: interaction.onDate,
    note: interaction.note ?? '',
    eventId: interaction.eventId ?? null,
  };
  const known = book.value<number>(
    `SELECT id FROM interaction WHERE person_id = @personId AND on_date = @onDate AND kind = @kind
       AND note = @note AND event_id IS @eventId`,
    row,
  );
  if (known !== undefined) return { id: known, isNew: false };
  const { id } = book.run(
    `INSERT INTO interaction (person_id, kind, on_date, note, event_id, import_id)
     VALUES (@personId, @kind, @onDate, @note, @eventId, @importId)`,
    { ...row, importId: interaction.importId ?? null },
  );
  return { id, isNew: true };
}

/** Records a contact of mine with somebody, which is evidence for our tie too. Throws INVALID_INPUT for one with myself. */
export function logContact(
  book: WritableBook,
  { me, ...contact }: NewInteraction & { readonly me: PersonId },
): void {
  if (me === contact.personId) {
    throw new AppError('INVALID_INPUT', 'A contact is with somebody else: choose another person.');
  }
  addInteraction(book, contact);
  addEvidence(book, me, contact.personId, { kind: 'message', onDate: contact.onDate });
}
