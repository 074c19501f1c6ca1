import type { ReadableBook, WritableBook } from '../book/access.ts';
import type {
  EventId,
  IntroductionId,
  OrganisationId,
  OutcomeId,
  PersonId,
} from '../contract/common.ts';
import type { DescentStep, OriginInput, Outcome } from '../contract/outcomes.ts';

/* All SQL of outcomes. */

export interface NewOutcome {
  readonly kind: Outcome['kind'];
  readonly title: string;
  readonly clientPersonId: PersonId | null;
  readonly clientOrganisationId: OrganisationId | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly onDate: string;
  readonly note: string;
  readonly platformId: number | null;
  readonly origin: OriginInput | null;
}

function parametersOf({ origin, ...rest }: NewOutcome) {
  const idOf = (kind: OriginInput['kind']): number | null =>
    origin?.kind === kind ? origin.id : null;
  return {
    ...rest,
    introductionId: idOf('introduction'),
    eventId: idOf('event'),
    personId: idOf('person'),
    shareId: idOf('share'),
  };
}

/** Writes a new outcome. What it names must be there. */
export function insertOutcome(book: WritableBook, outcome: NewOutcome): OutcomeId {
  const { id } = book.run(
    `INSERT INTO outcome (kind, title, client_person_id, client_organisation_id, amount, currency, on_date, note,
       platform_id, introduction_id, event_id, person_id, share_id)
     VALUES (@kind, @title, @clientPersonId, @clientOrganisationId, @amount, @currency, @onDate, @note,
       @platformId, @introductionId, @eventId, @personId, @shareId)`,
    parametersOf(outcome),
  );
  return id as OutcomeId;
}

/** Writes an outcome anew. What it names must be there. */
export function updateOutcome(book: WritableBook, id: OutcomeId, outcome: NewOutcome): void {
  book.run(
    `UPDATE outcome SET kind = @kind, title = @title, client_person_id = @clientPersonId,
       client_organisation_id = @clientOrganisationId, amount = @amount, currency = @currency,
       on_date = @onDate, note = @note, platform_id = @platformId, introduction_id = @introductionId,
       event_id = @eventId, person_id = @personId, share_id = @shareId
     WHERE id = @id`,
    { id, ...parametersOf(outcome) },
  );
}

export function deleteOutcome(book: WritableBook, id: OutcomeId): void {
  book.run('DELETE FROM outcome WHERE id = @id', { id });
}

/** True if what an outcome is said to come from is in the book. */
export function originExists(book: ReadableBook, { kind, id }: OriginInput): boolean {
  return book.value(`SELECT 1 FROM ${kind} WHERE id = @id`, { id }) !== undefined;
}

export interface StepRow {
  readonly introductionId: IntroductionId;
  readonly kind: DescentStep['kind'];
  readonly introducerId: PersonId;
  readonly firstId: PersonId;
  readonly secondId: PersonId;
  readonly onDate: string;
}

/** Introductions as steps of a line of descent. */
export function readSteps(
  book: ReadableBook,
  ids: Iterable<IntroductionId>,
): Map<IntroductionId, StepRow> {
  const rows = book.all<StepRow>(
    `SELECT introduction.id AS introductionId, kind, introducer_id AS introducerId,
       first_person_id AS firstId, second_person_id AS secondId,
       coalesce((SELECT changed_on FROM introduction_change
         WHERE introduction_id = introduction.id AND state <> 'outcome'
         ORDER BY id DESC LIMIT 1), substr(created_at, 1, 10)) AS onDate
     FROM json_each(@ids) AS wanted CROSS JOIN introduction ON introduction.id = wanted.value`,
    { ids: JSON.stringify([...ids]) },
  );
  return new Map(rows.map((row) => [row.introductionId, row]));
}

/** Organisations by id. */
export function readOrganisations(
  book: ReadableBook,
  ids: Iterable<number>,
): Map<number, { readonly id: OrganisationId; readonly name: string }> {
  const rows = book.all<{ id: OrganisationId; name: string }>(
    `SELECT organisation.id, name FROM json_each(@ids) AS wanted
     CROSS JOIN organisation ON organisation.id = wanted.value`,
    { ids: JSON.stringify([...ids]) },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Events by id. */
export function readEvents(
  book: ReadableBook,
  ids: Iterable<EventId>,
): Map<EventId, { readonly id: EventId; readonly title: string; readonly heldOn: string | null }> {
  const rows = book.all<{ id: EventId; title: string; heldOn: string | null }>(
    `SELECT event.id, title, held_on AS heldOn FROM json_each(@ids) AS wanted
     CROSS JOIN event ON event.id = wanted.value`,
    { ids: JSON.stringify([...ids]) },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Introductions that brought me to a person, the last begun first: they asked or were received, or I made them. */
export function readIntroductionsTo(
  book: ReadableBook,
  personId: PersonId,
): {
  readonly id: IntroductionId;
  readonly introducerId: PersonId;
  readonly onDate: string | null;
}[] {
  return book.all(
    `SELECT id, introducer_id AS introducerId, (
       SELECT max(changed_on) FROM introduction_change
       WHERE introduction_id = introduction.id AND state <> 'outcome') AS onDate
     FROM introduction
     WHERE second_person_id = @personId AND kind IN ('ask', 'received') AND state NOT IN ('idea', 'declined')
     ORDER BY id DESC`,
    { personId },
  );
}

/** Events at which I talked to a person, the latest first. */
export function readEventsMetAt(
  book: ReadableBook,
  personId: PersonId,
): { readonly id: EventId; readonly title: string; readonly onDate: string | null }[] {
  return book.all(
    `SELECT event.id, event.title, held_on AS onDate FROM attendance JOIN event ON event.id = attendance.event_id
     WHERE person_id = @personId AND have_met = 1 ORDER BY held_on DESC, event.id DESC LIMIT 5`,
    { personId },
  );
}
