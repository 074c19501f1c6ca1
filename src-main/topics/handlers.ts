import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { Handlers } from '../book/context.ts';
import type { PersonId, TopicId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from '../tables/fold-name.ts';
import { personRef } from '../tables/persons.ts';
import { addStatement, findOrCreateTopic, findTopic, type Topic } from '../tables/topics.ts';
import { findAlike } from './alike-names.ts';
import {
  deleteSynonym,
  deleteTopic,
  insertSynonym,
  joinTopics,
  readStatement,
  readSynonyms,
  readTopic,
  readTopicCounts,
  type StatementRow,
  type TopicCounts,
  updateTopicName,
} from './queries.ts';

export { tagsHandlers } from './tag-handlers.ts';

/** Topics: what people offer and need. */
export const topicsHandlers: Handlers<'topics'> = {
  list: ({ book, clock }) => listTopics(book, clock.today),
  addSynonym: ({ book, nameStep }, { id, name }) => {
    const topic = existingTopic(book, id);
    nameStep(`Let "${name}" mean ${topic.name}`);
    addSynonym(book, topic, name);
    return {};
  },
  removeSynonym: ({ book, nameStep }, { id, name }) => {
    const topic = existingTopic(book, id);
    if (!deleteSynonym(book, id, foldName(name))) {
      throw new AppError('NOT_FOUND', `"${name}" is no other word for ${topic.name}.`);
    }
    nameStep(`Let "${name}" no longer mean ${topic.name}`);
    return {};
  },
  rename: ({ book, nameStep }, { id, name }) => {
    const topic = existingTopic(book, id);
    renameTopic(book, topic, name);
    nameStep(`Rename the topic "${topic.name}" to "${name}"`);
    return { topic: { id, name } };
  },
  remove: ({ book, nameStep }, { id }) => {
    const topic = existingTopic(book, id);
    deleteTopic(book, id);
    nameStep(`Delete the topic "${topic.name}"`);
    return {};
  },
  alike: ({ book, clock }) =>
    findAlike(
      listTopics(book, clock.today).map(({ id, name, synonyms }) => ({
        ref: { id, name },
        names: [name, ...synonyms],
      })),
    ),
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

function listTopics(book: ReadableBook, today: string): (TopicCounts & { synonyms: string[] })[] {
  const synonyms = Map.groupBy(readSynonyms(book), ({ topicId }) => topicId);
  return readTopicCounts(book, today).map((topic) => ({
    ...topic,
    synonyms: (synonyms.get(topic.id) ?? []).map(({ name }) => name),
  }));
}

/** Gives a topic a new name. One that another topic bears, or means, is a conflict. */
function renameTopic(book: WritableBook, topic: Topic, name: string): void {
  const foldedName = foldName(name);
  const meant = findTopic(book, name);
  if (meant !== null && meant.id !== topic.id) {
    throw new AppError(
      'CONFLICT',
      `"${name}" already means "${meant.name}". Merge the two topics instead, or choose another name.`,
    );
  }
  const wasSynonym = deleteSynonym(book, topic.id, foldedName);
  updateTopicName(book, { id: topic.id, name }, foldedName);
  // both words go on being understood
  if (wasSynonym) insertSynonym(book, topic.id, topic.name, foldName(topic.name));
}

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
