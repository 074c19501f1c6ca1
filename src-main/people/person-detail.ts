import type { ReadableBook } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import type { EventId, OrganisationId, PersonId, PersonRef, TopicId } from '../contract/common.ts';
import type { PersonDetail } from '../contract/people.ts';
import { AppError } from '../contract/result.ts';
import { countOverlap } from '../graph/index.ts';
import { personRef } from '../tables/persons.ts';
import { meId } from '../tables/resolve-person.ts';
import { confirmedStrength } from '../tables/tie-strengths.ts';
import { photoUrl, type Photo } from './photo-bytes.ts';
import { readTags } from './queries.ts';
import { readTimeline } from './timeline.ts';

/** Everything on a person's page. Throws NOT_FOUND. */
export function readPersonDetail(context: QueryContext, id: PersonId): PersonDetail {
  const { book, network } = context;
  const ref = existingPerson(book, id);
  const me = meId(book);
  const graph = network.graph();
  const mutual = me === null || me === id ? 0 : countOverlap(graph, me, id).shared;
  return {
    ...ref,
    ...readColumns(book, id),
    contactPoints: readContactPoints(book, id),
    roles: readRoles(book, id),
    accounts: readAccounts(book, id),
    circles: readCircles(book, id),
    tags: readTags(book, [id]).map((tag) => ({ id: tag.id, name: tag.name, colour: tag.colour })),
    statements: readStatements(book, id),
    fields: book.all(
      'SELECT id, source, name, value FROM person_field WHERE person_id = @id ORDER BY id',
      { id },
    ),
    events: readEvents(book, id),
    followUps: book.all(
      `SELECT id, due_on AS dueOn, what, done_on AS doneOn FROM follow_up
       WHERE person_id = @id ORDER BY done_on IS NOT NULL, due_on, id`,
      { id },
    ),
    timeline: readTimeline(book, id),
    photo: readPhoto(book, id),
    strengthWithMe: confirmedStrength(graph, me, id),
    tieCount: graph.neighbourIds(id).length,
    mutualCount: mutual,
  };
}

/** The person of this id as shown anywhere. Throws NOT_FOUND. */
export function existingPerson(book: ReadableBook, id: PersonId): PersonRef {
  const ref = personRef(book, id);
  if (ref === undefined) {
    throw new AppError(
      'NOT_FOUND',
      `There is no person #${id} in this book any more. Go back to the list of people.`,
    );
  }
  return ref;
}

type Columns = Pick<
  PersonDetail,
  | 'isMe'
  | 'givenName'
  | 'familyName'
  | 'otherNames'
  | 'birthday'
  | 'note'
  | 'howMet'
  | 'metOn'
  | 'doNotAsk'
  | 'isArchived'
>;

function readColumns(book: ReadableBook, id: PersonId): Columns {
  const row = book.get<{
    isMe: number;
    givenName: string | null;
    familyName: string | null;
    birthday: string | null;
    note: string;
    howMet: string;
    metOn: string | null;
    doNotAsk: number;
    isArchived: number;
  }>(
    `SELECT is_me AS isMe, given_name AS givenName, family_name AS familyName, birthday, note,
       how_met AS howMet, met_on AS metOn, do_not_ask AS doNotAsk, is_archived AS isArchived
     FROM person WHERE id = @id`,
    { id },
  );
  if (row === undefined) throw new AppError('NOT_FOUND', `There is no person #${id} in this book.`);
  return {
    ...row,
    isMe: row.isMe === 1,
    doNotAsk: row.doNotAsk === 1,
    isArchived: row.isArchived === 1,
    otherNames: book.column<string>(
      'SELECT name FROM person_name WHERE person_id = @id ORDER BY id',
      { id },
    ),
  };
}

/** Which import brought a value. */
interface SourceColumns {
  readonly sourceName: string | null;
  readonly sourceOn: string | null;
}
const sourceColumns =
  'import.source_name AS sourceName, substr(import.imported_at, 1, 10) AS sourceOn';

function withSource<Row extends SourceColumns>(
  row: Row,
): Omit<Row, keyof SourceColumns> & { source: { name: string; on: string } | null } {
  const { sourceName: name, sourceOn: on, ...rest } = row;
  return { ...rest, source: name === null || on === null ? null : { name, on } };
}

function readContactPoints(book: ReadableBook, id: PersonId): PersonDetail['contactPoints'] {
  return book
    .all<
      Omit<PersonDetail['contactPoints'][number], 'isPrimary' | 'source'> &
        SourceColumns & { isPrimary: number }
    >(
      `SELECT contact_point.id, kind, value, label, is_primary AS isPrimary, ${sourceColumns}
       FROM contact_point LEFT JOIN import ON import.id = import_id
       WHERE person_id = @id ORDER BY kind, is_primary DESC, contact_point.id`,
      { id },
    )
    .map(({ isPrimary, ...row }) => ({ ...withSource(row), isPrimary: isPrimary === 1 }));
}

function readRoles(book: ReadableBook, id: PersonId): PersonDetail['roles'] {
  return book
    .all<
      SourceColumns & {
        id: number;
        organisationId: OrganisationId | null;
        organisation: string | null;
        title: string | null;
        startedOn: string | null;
        endedOn: string | null;
        isCurrent: number;
      }
    >(
      `SELECT role.id, ${sourceColumns}, organisation.id AS organisationId, organisation.name AS organisation, role.title,
         role.started_on AS startedOn, role.ended_on AS endedOn, role.is_current AS isCurrent
       FROM role LEFT JOIN organisation ON organisation.id = role.organisation_id
       LEFT JOIN import ON import.id = role.import_id
       WHERE role.person_id = @id
       ORDER BY role.is_current DESC, role.started_on DESC, role.id DESC`,
      { id },
    )
    .map(({ organisationId, organisation, isCurrent, ...role }) => ({
      ...withSource(role),
      organisation:
        organisationId === null || organisation === null
          ? null
          : { id: organisationId, name: organisation },
      isCurrent: isCurrent === 1,
    }));
}

function readAccounts(book: ReadableBook, id: PersonId): PersonDetail['accounts'] {
  return book
    .all<
      Omit<PersonDetail['accounts'][number], 'isWeak' | 'source'> &
        SourceColumns & { isWeak: number }
    >(
      `SELECT ${sourceColumns}, platform.key AS platform, platform.name AS platformName, account.handle, account.url,
         account.display_name AS displayName, account.is_weak AS isWeak
       FROM account JOIN platform ON platform.id = account.platform_id
       LEFT JOIN import ON import.id = account.import_id
       WHERE account.person_id = @id ORDER BY platform.id, account.id`,
      { id },
    )
    .map(({ isWeak, ...row }) => ({ ...withSource(row), isWeak: isWeak === 1 }));
}

interface CircleRow {
  readonly platform: string;
  readonly platformName: string;
  readonly asOf: string | null;
  readonly listed: number;
  readonly size: number | null;
  readonly sharedWithMe: number | null;
  readonly seenOn: string | null;
}

/** A line for each platform where the person's contacts are listed, or their number was reported (the latest counts). */
function readCircles(book: ReadableBook, id: PersonId): PersonDetail['circles'] {
  const rows = book.all<CircleRow>(
    `SELECT platform.key AS platform, platform.name AS platformName, circle.as_of AS asOf,
       (SELECT count(DISTINCT account_id) FROM circle_member
        WHERE circle_id = circle.id AND gone_on IS NULL) AS listed,
       reported.size, reported.shared_with_me AS sharedWithMe, reported.seen_on AS seenOn
     FROM platform
     LEFT JOIN circle ON circle.platform_id = platform.id AND circle.owner_id = @id
     LEFT JOIN reported_size AS reported ON reported.id = (
       SELECT id FROM reported_size WHERE person_id = @id AND platform_id = platform.id
       ORDER BY seen_on DESC, id DESC LIMIT 1)
     WHERE circle.id IS NOT NULL OR reported.id IS NOT NULL
     ORDER BY platform.id`,
    { id },
  );
  return rows.map(({ size, sharedWithMe, seenOn, ...circle }) => ({
    ...circle,
    reported: size === null || seenOn === null ? null : { size, sharedWithMe, seenOn },
  }));
}

function readStatements(book: ReadableBook, id: PersonId): PersonDetail['statements'] {
  return book
    .all<
      Omit<PersonDetail['statements'][number], 'topic'> & { topicId: TopicId; topicName: string }
    >(
      `SELECT topic_statement.id, topic.id AS topicId, topic.name AS topicName, topic_statement.kind,
         topic_statement.said_on AS saidOn, topic_statement.ended_on AS endedOn, topic_statement.note
       FROM topic_statement JOIN topic ON topic.id = topic_statement.topic_id
       WHERE topic_statement.person_id = @id
       ORDER BY topic_statement.ended_on IS NOT NULL, topic_statement.kind, topic.folded_name, topic_statement.id`,
      { id },
    )
    .map(({ topicId, topicName, ...row }) => ({ ...row, topic: { id: topicId, name: topicName } }));
}

function readEvents(book: ReadableBook, id: PersonId): PersonDetail['events'] {
  return book
    .all<{ id: EventId; title: string; heldOn: string | null; haveMet: number; note: string }>(
      `SELECT event.id, event.title, event.held_on AS heldOn, attendance.have_met AS haveMet, attendance.note
       FROM attendance JOIN event ON event.id = attendance.event_id
       WHERE attendance.person_id = @id ORDER BY event.held_on DESC, event.id DESC`,
      { id },
    )
    .map((row) => ({ ...row, haveMet: row.haveMet === 1 }));
}

/** Data URL of somebody's photo, or null. */
export function readPhoto(book: ReadableBook, id: PersonId): string | null {
  const photo = book.get<Photo>(
    'SELECT media_type AS mediaType, content FROM person_photo WHERE person_id = @id',
    { id },
  );
  return photo === undefined ? null : photoUrl(photo);
}
