import type { WritableBook } from '../book/access.ts';
import type { Handlers } from '../book/context.ts';
import type { PersonId, TopicId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from '../tables/fold-name.ts';
import { personRef } from '../tables/persons.ts';
import { findTag, type Tag } from '../tables/tags.ts';
import { addStatement, findOrCreateTopic, findTopic, type Topic } from '../tables/topics.ts';
import {
  deleteTag,
  insertSynonym,
  joinTopics,
  readStatement,
  readSynonyms,
  readTag,
  readTagCounts,
  readTopic,
  readTopicCounts,
  type StatementRow,
  updateTag,
} from './queries.ts';

/** Tags: how I sort people. */
export const tagsHandlers: Handlers<'tags'> = {
  list: ({ book }) => readTagCounts(book),
  update: ({ book, nameStep }, { id, name, colour }) => {
    const tag = existingTag(book, id);
    const changed: Tag = { id, name: name ?? tag.name, colour: colour ?? tag.colour };
    const other = findTag(book, changed.name);
    if (other !== null && other.id !== id) {
      throw new AppError(
        'CONFLICT',
        `There is a tag "${other.name}" already. Choose another name, or give people that tag instead.`,
      );
    }
    updateTag(book, { ...changed, foldedName: foldName(changed.name) });
    nameStep(
      changed.name === tag.name
        ? `Colour the tag "${tag.name}"`
        : `Rename the tag "${tag.name}" to "${changed.name}"`,
    );
    return { tag: changed };
  },
  remove: ({ book, nameStep }, { id }) => {
    const tag = existingTag(book, id);
    deleteTag(book, id);
    nameStep(`Delete the tag "${tag.name}"`);
    return {};
  },
};

function existingTag(book: WritableBook, id: Tag['id']): Tag {
  const tag = readTag(book, id);
  if (tag === undefined) throw new AppError('NOT_FOUND', 'This tag is no longer there.');
  return tag;
}

/** Topics: what people offer and need. */
export const topicsHandlers: Handlers<'topics'> = {
  list: ({ book, clock }) => {
    const synonyms = Map.groupBy(readSynonyms(book), ({ topicId }) => topicId);
    return readTopicCounts(book, clock.today).map((topic) => ({
      ...topic,
      synonyms: (synonyms.get(topic.id) ?? []).map(({ name }) => name),
    }));
  },
  addSynonym: ({ book, nameStep }, { id, name }) => {
    const topic = existingTopic(book, id);
    nameStep(`Let "${name}" mean ${topic.name}`);
    addSynonym(book, topic, name);
    return {};
  },
  addStatement: ({ book, clock, nameStep }, input) => {
    const person = personRef(book, input.personId);
    if (person === undefined) {
      throw new AppError('NOT_FOUND', 'This person is no longer in the book.');
    }
    const topic = findOrCreateTopic(book, input.topic);
    addStatement(
      book,
      {
        personId: input.personId,
        topicId: topic.id,
        kind: input.kind,
        saidOn: input.saidOn ?? clock.today,
        note: input.note,
      },
      clock.today,
    );
    nameStep(`${person.name} ${input.kind} ${topic.name}`);
    return { topic };
  },
  endStatement: ({ book, clock, nameStep }, { statementId, endedOn = clock.today }) => {
    const statement = existingStatement(book, statementId);
    if (statement.saidOn !== null && endedOn < statement.saidOn) {
      throw new AppError(
        'INVALID_INPUT',
        `What was said on ${statement.saidOn} cannot have ended on ${endedOn}: choose a later day.`,
      );
    }
    book.run('UPDATE topic_statement SET ended_on = @endedOn WHERE id = @statementId', {
      statementId,
      endedOn,
    });
    nameStep(`${nameOf(book, statement)} no longer ${statement.kind} ${statement.topic}`);
    return {};
  },
  removeStatement: ({ book, nameStep }, { statementId }) => {
    const statement = existingStatement(book, statementId);
    book.run('DELETE FROM topic_statement WHERE id = @statementId', { statementId });
    nameStep(`Remove "${statement.kind} ${statement.topic}" from ${nameOf(book, statement)}`);
    return {};
  },
};

/** Makes a word mean a topic. A topic of that name is joined with it; a word of another topic is a conflict. */
function addSynonym(book: WritableBook, topic: Topic, name: string): void {
  const foldedName = foldName(name);
  const meant = findTopic(book, name);
  if (meant?.id === topic.id) return;
  if (meant !== null && foldName(meant.name) !== foldedName) {
    throw new AppError(
      'CONFLICT',
      `"${name}" already means "${meant.name}". Add "${meant.name}" here instead, which joins the two topics.`,
    );
  }
  if (meant !== null) joinTopics(book, topic.id, meant.id);
  insertSynonym(book, topic.id, meant?.name ?? name, foldedName);
}

function existingTopic(book: WritableBook, id: TopicId): Topic {
  const topic = readTopic(book, id);
  if (topic === undefined) throw new AppError('NOT_FOUND', 'This topic is no longer there.');
  return topic;
}

function existingStatement(book: WritableBook, id: number): StatementRow {
  const statement = readStatement(book, id);
  if (statement === undefined) {
    throw new AppError('NOT_FOUND', 'This offer or need is no longer there.');
  }
  return statement;
}

function nameOf(book: WritableBook, statement: StatementRow): string {
  return personRef(book, statement.personId as PersonId)?.name ?? 'somebody';
}
