import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId, TagId, TopicId } from '../contract/common.ts';
import { statementHolds, type Topic } from '../tables/topics.ts';
import type { Tag } from '../tables/tags.ts';

/** All tags by name, with how many people bear each. */
export function readTagCounts(book: ReadableBook): (Tag & { people: number })[] {
  return book.all(
    `SELECT id, name, colour, (SELECT count(*) FROM person_tag WHERE tag_id = tag.id) AS people
     FROM tag ORDER BY folded_name`,
  );
}

/** Tags that any of some people bear, by name, with how many of them. */
export function readTagsAmong(
  book: ReadableBook,
  ids: readonly PersonId[],
): (Tag & { people: number })[] {
  return book.all(
    `SELECT tag.id, tag.name, tag.colour, count(*) AS people
     FROM json_each(@ids) AS wanted
     CROSS JOIN person_tag ON person_tag.person_id = wanted.value
     JOIN tag ON tag.id = person_tag.tag_id
     GROUP BY tag.id ORDER BY tag.folded_name`,
    { ids: JSON.stringify([...new Set(ids)]) },
  );
}

export function readTag(book: ReadableBook, id: TagId): Tag | undefined {
  return book.get<Tag>('SELECT id, name, colour FROM tag WHERE id = @id', { id });
}

export function updateTag(book: WritableBook, tag: Tag & { readonly foldedName: string }): void {
  book.run(
    'UPDATE tag SET name = @name, folded_name = @foldedName, colour = @colour WHERE id = @id',
    { id: tag.id, name: tag.name, foldedName: tag.foldedName, colour: tag.colour },
  );
}

/** Deletes a tag and takes it from everybody. */
export function deleteTag(book: WritableBook, id: TagId): void {
  book.run('DELETE FROM person_tag WHERE tag_id = @id', { id });
  book.run('DELETE FROM tag WHERE id = @id', { id });
}

/** Gives everybody who bears one tag the other, once, and deletes the one. */
export function joinTags(book: WritableBook, keep: TagId, gone: TagId): void {
  book.run(
    `INSERT INTO person_tag (person_id, tag_id)
     SELECT person_id, @keep FROM person_tag WHERE tag_id = @gone
     ON CONFLICT (person_id, tag_id) DO NOTHING`,
    { keep, gone },
  );
  deleteTag(book, gone);
}

export interface TopicCounts extends Topic {
  readonly offers: number;
  readonly needs: number;
}

/** All topics by name, with how many people offer and need each on a day. */
export function readTopicCounts(book: ReadableBook, today: string): TopicCounts[] {
  return book.all<TopicCounts>(
    `SELECT topic.id, topic.name,
       count(DISTINCT iif(topic_statement.kind = 'offers', person_id, NULL)) AS offers,
       count(DISTINCT iif(topic_statement.kind = 'needs', person_id, NULL)) AS needs
     FROM topic
     LEFT JOIN topic_statement ON topic_statement.topic_id = topic.id AND ${statementHolds}
     GROUP BY topic.id ORDER BY topic.folded_name`,
    { today },
  );
}

/** Other words of all topics, by topic and name. */
export function readSynonyms(book: ReadableBook): { topicId: TopicId; name: string }[] {
  return book.all(
    'SELECT topic_id AS topicId, name FROM topic_synonym ORDER BY topic_id, folded_name',
  );
}

export function readTopic(book: ReadableBook, id: TopicId): Topic | undefined {
  return book.get<Topic>('SELECT id, name FROM topic WHERE id = @id', { id });
}

export interface StatementRow {
  readonly kind: 'offers' | 'needs';
  readonly topic: string;
  readonly personId: number;
  readonly saidOn: string | null;
}

export function readStatement(book: ReadableBook, id: number): StatementRow | undefined {
  return book.get<StatementRow>(
    `SELECT topic_statement.kind, topic.name AS topic, person_id AS personId, said_on AS saidOn
     FROM topic_statement JOIN topic ON topic.id = topic_statement.topic_id
     WHERE topic_statement.id = @id`,
    { id },
  );
}

/** Adds another word for a topic. */
export function insertSynonym(
  book: WritableBook,
  topicId: TopicId,
  name: string,
  foldedName: string,
): void {
  book.run(
    'INSERT INTO topic_synonym (topic_id, name, folded_name) VALUES (@topicId, @name, @foldedName)',
    { topicId, name, foldedName },
  );
}

/** Takes a word away from a topic; false if it was none of its words. */
export function deleteSynonym(book: WritableBook, topicId: TopicId, foldedName: string): boolean {
  const { changes } = book.run(
    'DELETE FROM topic_synonym WHERE topic_id = @topicId AND folded_name = @foldedName',
    { topicId, foldedName },
  );
  return changes > 0;
}

export function updateTopicName(book: WritableBook, { id, name }: Topic, foldedName: string): void {
  book.run('UPDATE topic SET name = @name, folded_name = @foldedName WHERE id = @id', {
    id,
    name,
    foldedName,
  });
}

/** Deletes a topic with its words and all that was said about it; introductions lose it. */
export function deleteTopic(book: WritableBook, id: TopicId): void {
  book.run('UPDATE introduction SET topic_id = NULL WHERE topic_id = @id', { id });
  for (const table of ['topic_statement', 'topic_synonym']) {
    book.run(`DELETE FROM ${table} WHERE topic_id = @id`, { id });
  }
  book.run('DELETE FROM topic WHERE id = @id', { id });
}

/** Hands all statements, introductions and words of one topic to another and deletes it. */
export function joinTopics(book: WritableBook, keep: TopicId, gone: TopicId): void {
  const pair = { keep, gone };
  book.run(
    `DELETE FROM topic_statement WHERE topic_id = @gone AND EXISTS (
       SELECT 1 FROM topic_statement AS kept
       WHERE kept.topic_id = @keep AND kept.person_id = topic_statement.person_id
         AND kept.kind = topic_statement.kind AND kept.ended_on IS topic_statement.ended_on
         AND kept.note = topic_statement.note)`,
    pair,
  );
  for (const table of ['topic_statement', 'introduction', 'topic_synonym']) {
    book.run(`UPDATE ${table} SET topic_id = @keep WHERE topic_id = @gone`, pair);
  }
  book.run('DELETE FROM topic WHERE id = @gone', pair);
}
