import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { EventId, GoalId, IntroductionId, PersonId, TopicId } from '../contract/common.ts';
import type { Introduction } from '../contract/introductions.ts';
import { AppError } from '../contract/result.ts';
import type { IntroductionState } from './states.ts';

/* All SQL of introductions and of what a letter to an introducer says. */

export interface IntroductionRow {
  readonly id: IntroductionId;
  readonly kind: Introduction['kind'];
  readonly state: IntroductionState;
  readonly introducerId: PersonId;
  readonly firstId: PersonId;
  readonly secondId: PersonId;
  readonly topicId: TopicId | null;
  readonly topicName: string | null;
  readonly goal: string;
  readonly goalId: GoalId | null;
  readonly letGoOn: string | null;
  readonly message: string;
  readonly note: string;
  readonly cameFromId: IntroductionId | null;
  readonly eventId: EventId | null;
  readonly eventTitle: string | null;
  readonly eventHeldOn: string | null;
  readonly outcome: Introduction['outcome'];
  readonly remindOn: string | null;
}

const columns = `introduction.id, introduction.kind, state, introducer_id AS introducerId,
  first_person_id AS firstId, second_person_id AS secondId, topic_id AS topicId, topic.name AS topicName,
  goal, goal_id AS goalId, let_go_on AS letGoOn, message, introduction.note, came_from_id AS cameFromId, event_id AS eventId,
  event.title AS eventTitle, event.held_on AS eventHeldOn, outcome, remind_on AS remindOn`;
const source = `introduction LEFT JOIN topic ON topic.id = introduction.topic_id
  LEFT JOIN event ON event.id = introduction.event_id`;

/** The introduction of this id; undefined if there is none. */
export function findIntroduction(
  book: ReadableBook,
  id: IntroductionId,
): IntroductionRow | undefined {
  return book.get<IntroductionRow>(`SELECT ${columns} FROM ${source} WHERE introduction.id = @id`, {
    id,
  });
}

/** All introductions, or those in which a person has a part; the one begun last first. */
export function listIntroductions(
  book: ReadableBook,
  personId: PersonId | null,
): IntroductionRow[] {
  return book.all<IntroductionRow>(
    `SELECT ${columns} FROM ${source}
     WHERE @personId IS NULL OR @personId IN (introducer_id, first_person_id, second_person_id)
     ORDER BY introduction.id DESC`,
    { personId },
  );
}

/** What is asked for some goals, the earliest first. */
export function listAsksFor(book: ReadableBook, goals: readonly GoalId[]): IntroductionRow[] {
  return book.all<IntroductionRow>(
    `SELECT ${columns} FROM ${source}
     WHERE goal_id IN (SELECT value FROM json_each(@goals)) ORDER BY introduction.id`,
    { goals: JSON.stringify(goals) },
  );
}

export interface ChangeRow {
  readonly introductionId: IntroductionId;
  readonly state: IntroductionState;
  readonly changedOn: string;
  readonly note: string;
}

/** The changes of state of some introductions, each one's in order. */
export function listChanges(
  book: ReadableBook,
  ids: readonly IntroductionId[],
): Map<IntroductionId, ChangeRow[]> {
  const rows = book.all<ChangeRow>(
    `SELECT introduction_id AS introductionId, state, changed_on AS changedOn, note
     FROM introduction_change WHERE introduction_id IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
    { ids: JSON.stringify(ids) },
  );
  return Map.groupBy(rows, ({ introductionId }) => introductionId);
}

/** Puts an introduction into a state; what was let go is so no longer. Its history is written by `addIntroductionChange`. */
export function updateState(
  book: WritableBook,
  id: IntroductionId,
  change: {
    state: IntroductionState;
    outcome: Introduction['outcome'];
    remindOn: string | null;
  },
): void {
  book.run(
    `UPDATE introduction SET state = @state, outcome = @outcome, remind_on = @remindOn,
       let_go_on = NULL WHERE id = @id`,
    { id, ...change },
  );
}

/** Writes what can be edited at any time. */
export function updateDetails(
  book: WritableBook,
  id: IntroductionId,
  details: Pick<
    IntroductionRow,
    'goal' | 'goalId' | 'message' | 'note' | 'remindOn' | 'cameFromId' | 'eventId'
  >,
): void {
  book.run(
    `UPDATE introduction SET goal = @goal, goal_id = @goalId, message = @message, note = @note, remind_on = @remindOn,
       came_from_id = @cameFromId, event_id = @eventId
     WHERE id = @id`,
    { id, ...details },
  );
}

/** Notes the day ('YYYY-MM-DD') on which I acknowledged that an introduction took. */
export function markTookSeen(book: WritableBook, id: IntroductionId, onDate: string): void {
  book.run('UPDATE introduction SET took_seen_on = @onDate WHERE id = @id', { id, onDate });
}

/** The topic of this id; undefined if there is none. */
export function findTopicName(book: ReadableBook, id: TopicId): string | undefined {
  return book.value<string>('SELECT name FROM topic WHERE id = @id', { id });
}

/** True if there is an event of this id. */
export function eventExists(book: ReadableBook, id: number): boolean {
  return book.value('SELECT 1 FROM event WHERE id = @id', { id }) !== undefined;
}

export interface LetterPerson {
  readonly name: string;
  readonly givenName: string | null;
  readonly organisation: string | null;
  readonly title: string | null;
  readonly email: string | null;
}

/** What a letter says of a person; undefined if there is nobody of this id or they have no name. */
function findLetterPerson(book: ReadableBook, id: PersonId): LetterPerson | undefined {
  return book.get<LetterPerson>(
    `SELECT display_name AS name, given_name AS givenName, organisation.name AS organisation, role.title,
       (SELECT value FROM contact_point WHERE person_id = person.id AND kind = 'email'
        ORDER BY is_primary DESC, id LIMIT 1) AS email
     FROM person
     LEFT JOIN role ON role.id = (
       SELECT id FROM role WHERE person_id = person.id AND is_current = 1
       ORDER BY started_on DESC, id DESC LIMIT 1)
     LEFT JOIN organisation ON organisation.id = role.organisation_id
     WHERE person.id = @id AND display_name IS NOT NULL`,
    { id },
  );
}

/** The same; throws NOT_FOUND where there is nobody to write to or about. */
export function requireLetterPerson(book: ReadableBook, id: PersonId): LetterPerson {
  const person = findLetterPerson(book, id);
  if (person !== undefined) return person;
  throw new AppError('NOT_FOUND', `There is no person ${id} with a name to write about.`);
}

/** The last event at which I talked to a person, up to `today`. */
export function findLastMeeting(
  book: ReadableBook,
  personId: PersonId,
  today: string,
): { readonly title: string; readonly heldOn: string } | undefined {
  return book.get(
    `SELECT title, held_on AS heldOn FROM attendance JOIN event ON event.id = attendance.event_id
     WHERE person_id = @personId AND have_met = 1 AND held_on <= @today ORDER BY held_on DESC LIMIT 1`,
    { personId, today },
  );
}

/** Why two people are believed to know each other: kinds of evidence with the platform's name. */
export function listReasons(
  book: ReadableBook,
  a: PersonId,
  b: PersonId,
): { readonly kind: string; readonly platform: string | null }[] {
  return book.all(
    `SELECT kind, platform.name AS platform FROM evidence
     JOIN tie ON tie.id = evidence.tie_id LEFT JOIN platform ON platform.id = evidence.platform_id
     WHERE low_person_id = min(@a, @b) AND high_person_id = max(@a, @b) ORDER BY evidence.id`,
    { a, b },
  );
}
