import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId, TopicId } from '../contract/common.ts';
import { foldName } from './fold-name.ts';

export interface Topic {
  readonly id: TopicId;
  readonly name: string;
}

/** The topic that a word means, by its name or a synonym (case and accents ignored); null if there is none. */
export function findTopic(book: ReadableBook, text: string): Topic | null {
  return (
    book.get<Topic>(
      `SELECT id, name FROM topic WHERE folded_name = @foldedName
       UNION ALL
       SELECT topic.id, topic.name FROM topic_synonym JOIN topic ON topic.id = topic_synonym.topic_id
       WHERE topic_synonym.folded_name = @foldedName
       LIMIT 1`,
      { foldedName: foldName(text) },
    ) ?? null
  );
}

/** The topic that a word means, made if it is new. */
export function findOrCreateTopic(book: WritableBook, text: string): Topic {
  const found = findTopic(book, text);
  if (found !== null) return found;
  const name = text.trim();
  const { id } = book.run('INSERT INTO topic (name, folded_name) VALUES (@name, @foldedName)', {
    name,
    foldedName: foldName(name),
  });
  return { id: id as TopicId, name };
}

export interface NewStatement {
  readonly personId: PersonId;
  readonly topicId: TopicId;
  readonly kind: 'offers' | 'needs';
  /** 'YYYY-MM-DD', or null when nobody knows. */
  readonly saidOn?: string | null;
  readonly eventId?: number | null;
  readonly note?: string;
}

/**
 * Records that a person offers or needs a topic. While such a statement holds on `today` it is not made a
 * second time: said again, it takes the later date, and a note is added to it.
 */
export function addStatement(
  book: WritableBook,
  statement: NewStatement,
  today: string,
): { id: number; isNew: boolean } {
  const note = statement.note ?? '';
  const saidOn = statement.saidOn ?? null;
  const known = book.get<{ id: number; saidOn: string | null; note: string }>(
    `SELECT id, said_on AS saidOn, note FROM topic_statement
     WHERE person_id = @personId AND topic_id = @topicId AND kind = @kind AND ${statementHolds}
     ORDER BY id LIMIT 1`,
    {
      personId: statement.personId,
      topicId: statement.topicId,
      kind: statement.kind,
      today,
    },
  );
  if (known !== undefined) {
    const merged = {
      id: known.id,
      saidOn: later(known.saidOn, saidOn),
      note: joinNotes(known.note, note),
    };
    book.run('UPDATE topic_statement SET said_on = @saidOn, note = @note WHERE id = @id', merged);
    return { id: known.id, isNew: false };
  }
  const { id } = book.run(
    `INSERT INTO topic_statement (person_id, topic_id, kind, said_on, event_id, note)
     VALUES (@personId, @topicId, @kind, @saidOn, @eventId, @note)`,
    {
      personId: statement.personId,
      topicId: statement.topicId,
      kind: statement.kind,
      saidOn,
      eventId: statement.eventId ?? null,
      note,
    },
  );
  return { id, isNew: true };
}

/** SQL: the statement holds on the day `@today`. */
export const statementHolds =
  '(topic_statement.ended_on IS NULL OR topic_statement.ended_on > @today)';

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Two notes as one: nothing is lost, nothing is said twice. */
export function joinNotes(kept: string, added: string): string {
  if (added === '' || kept.includes(added)) return kept;
  return kept === '' ? added : `${kept}\n\n${added}`;
}
