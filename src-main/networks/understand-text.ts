import type { Handler } from '../book/context.ts';
import type { OrganisationId, PersonId, TagId, TopicId } from '../contract/common.ts';
import type { Contract, OutputOf } from '../contract/index.ts';
import type { ReadableBook } from '../book/access.ts';
import { foldName } from '../tables/fold-name.ts';
import { meId } from '../tables/resolve-person.ts';
import { searchWords } from '../tables/search-words.ts';
import { statementHolds } from '../tables/topics.ts';
import { takeLeads } from './leading-words.ts';
import { findMentioned, tellingWords } from './mentions.ts';
import { guessReadings } from './guess-readings.ts';
import { missingWords } from './missing-words.ts';
import { fitOf, personReadings, type Ranked } from './person-readings.ts';

type Understand = Contract['chains']['understand'];
export type Reading = OutputOf<Understand>['readings'][number];
/**
 * How the one box of "Who to ask" understands a text: topics offered and needed (synonyms included), companies,
 * tags and people, the best fit first; last, unless a leading word says otherwise, the text wherever it is mentioned.
 * Something nobody is known for is listed too, with 0 people. Of a text that the book does not have at all, names that
 * it may misspell, parts of it that are mentioned, and which of its words are nowhere.
 */
export const understandText: Handler<Understand> = ({ book, clock, network }, { text, limit }) => {
  const { rest, kinds, isVague } = takeLeads(text);
  if (rest === '') return { readings: [], unknown: [] };
  const asItStands: Question = { folded: foldName(rest), inner: [], today: clock.today };
  const me = meId(book);
  const graph = network.graph();
  const weight = (id: PersonId): number => (me === null ? 0 : (graph.tie(me, id)?.strength ?? 0));
  const isMeant = ({ target }: Pick<Reading, 'target'>): boolean =>
    kinds === null || kinds.includes(target.kind);
  const found = [
    ...namedTargets(book, asItStands),
    ...personReadings(book, rest, { limit, weight }),
  ].filter(isMeant);
  const within = found.some(({ misspelt }) => misspelt === null)
    ? []
    : namedTargets(book, { ...asItStands, inner: wordsWithin(rest) }).filter(isMeant);
  const readings = [...found, ...within]
    .toSorted((a, b) => a.fit - b.fit || Number(b.people > 0) - Number(a.people > 0))
    .map(
      ({ target, label, hint, people, misspelt, without }): Reading => ({
        target,
        label,
        hint,
        people,
        misspelt,
        without,
      }),
    );
  const mentioned = isVague ? mentionedReadings(book, rest) : [];
  const isExact = ({ misspelt, without }: Reading): boolean =>
    misspelt === null && without.length === 0;
  const isWhole = [...found, ...mentioned].some(isExact);
  const known = mentioned.flatMap(({ label }) => searchWords(label));
  const missing = isWhole ? [] : missingWords(book, rest, new Set(known));
  const isUnderstood = isWhole || readings.some(isExact);
  const guesses = isUnderstood
    ? []
    : guessReadings(book, { text: rest, missing, weight }, clock.today);
  const meant = guesses.filter(isMeant);
  // "in Leeds" says nothing of the kind of the words that follow
  const named = [...(meant.length === 0 && isVague ? guesses : meant), ...readings];
  return {
    readings: [...named.slice(0, limit - mentioned.length), ...mentioned].slice(0, limit),
    unknown: missing.filter(({ isName }) => !isName).map(({ typed }) => typed),
  };
};

/** A question without the words that lead to it. */
interface Question {
  readonly folded: string;
  /** Words by which a name is found that stands within a longer text; none: the text is looked for as it stands. */
  readonly inner: readonly string[];
  readonly today: string;
}

function namedTargets(book: ReadableBook, question: Question): Ranked[] {
  return [
    ...topicTargets(book, question),
    ...organisationTargets(book, question),
    ...tagTargets(book, question),
  ];
}

/**
 * The telling words of a text of several; those in the plural in the singular too. Short ones have a blank behind them:
 * as the beginning of longer words they would find too much.
 */
function wordsWithin(text: string): string[] {
  if (searchWords(text).length < 2) return [];
  return tellingWords(text)
    .filter(({ length }) => length >= 3)
    .flatMap((word) => (/[^s]s$/.test(word) ? [word, word.slice(0, -1)] : [word]))
    .map((word) => (word.length < 4 ? `${word} ` : word));
}

/** More parts of one question could not be told apart at a glance. */
const mostParts = 2;

/** The text wherever it is mentioned: the reading for which nothing needs to be entered first. */
function mentionedReadings(book: ReadableBook, text: string): Reading[] {
  return findMentioned(book, text, mostParts).map(({ words, without, people }) => {
    // as it was typed, unless words were passed over
    const isAll = without.length === 0 && searchWords(text).length === words.length;
    const asked = isAll ? text : words.join(' ');
    return {
      target: { kind: 'text', text: asked },
      label: `“${asked}”`,
      hint: 'mentioned in a job, a company, a tag, a topic, a note or an address',
      people,
      misspelt: null,
      without: [...without],
    };
  });
}

/**
 * SQL: a folded name contains the text; or, where words are looked for, a word of the name begins with one of them:
 * "proofread my book" finds proofreading.
 */
function isNamed(column: string): string {
  return `(iif(@inner = '[]', instr(${column}, @folded) > 0, EXISTS (
    SELECT 1 FROM json_each(@inner) AS wanted WHERE instr(' ' || ${column} || ' ', ' ' || wanted.value) > 0)))`;
}

function namedParameters({ folded, inner }: Question): { folded: string; inner: string } {
  return { folded, inner: JSON.stringify(inner) };
}

/** SQL: I am not among those who are looked for. */
const isSomebodyElse = 'person_id NOT IN (SELECT id FROM person WHERE is_me = 1)';

interface NamedCount {
  readonly id: number;
  readonly name: string;
  readonly folded: string;
  readonly people: number;
}

function topicTargets(book: ReadableBook, question: Question): Ranked[] {
  const { folded, today } = question;
  const rows = book.all<NamedCount & { kind: 'offers' | 'needs'; word: string }>(
    `WITH word AS (
       SELECT id AS topic_id, folded_name AS folded, name AS word FROM topic
       UNION ALL SELECT topic_id, folded_name, name FROM topic_synonym),
     kinds (kind) AS (VALUES ('offers'), ('needs'))
     SELECT topic.id, topic.name, word.folded, word.word, kinds.kind, min(length(word.folded)) AS shortest,
       (SELECT count(DISTINCT person_id) FROM topic_statement
        WHERE topic_id = topic.id AND topic_statement.kind = kinds.kind AND ${statementHolds}
          AND ${isSomebodyElse}) AS people
     FROM word JOIN topic ON topic.id = word.topic_id CROSS JOIN kinds
     WHERE ${isNamed('word.folded')}
     GROUP BY topic.id, kinds.kind -- with min(), SQLite takes the other columns from that row
     ORDER BY shortest, topic.id LIMIT 20`,
    { ...namedParameters(question), today },
  );
  return rows.map(({ id, name, kind, word, people, folded: wordFolded }) => ({
    target: { kind, id: id as TopicId },
    label: kind === 'offers' ? `Offers ${name}` : `Needs ${name}`,
    hint: word === name ? '' : `also called ${word}`,
    people,
    misspelt: null,
    without: [],
    fit: fitOf(wordFolded, folded) + (kind === 'offers' ? 0 : 0.5),
  }));
}

function organisationTargets(book: ReadableBook, question: Question): Ranked[] {
  const { folded, inner } = question;
  const rows = book.all<NamedCount>(
    `SELECT id, name, folded_name AS folded,
       (SELECT count(DISTINCT person_id) FROM role
        WHERE organisation_id = organisation.id AND is_current = 1 AND ${isSomebodyElse}) AS people
     FROM organisation WHERE ${isNamed('folded_name')}
     ORDER BY instr(folded_name, @folded), length(folded_name), id LIMIT 8`,
    namedParameters(question),
  );
  return rows.map(({ id, name, people, folded: nameFolded }) => ({
    target: { kind: 'organisation', id: id as OrganisationId, withPast: false },
    label: name,
    hint: '',
    people,
    misspelt: null,
    without: [],
    fit: fitOf(nameFolded, folded) + (inner.length > 0 ? 0.3 : 0),
  }));
}

function tagTargets(book: ReadableBook, question: Question): Ranked[] {
  const { folded } = question;
  const rows = book.all<NamedCount>(
    `SELECT id, name, folded_name AS folded,
       (SELECT count(*) FROM person_tag WHERE tag_id = tag.id AND ${isSomebodyElse}) AS people
     FROM tag WHERE ${isNamed('folded_name')} ORDER BY length(folded_name), id LIMIT 8`,
    namedParameters(question),
  );
  return rows.map(({ id, name, people, folded: nameFolded }) => ({
    target: { kind: 'tag', id: id as TagId },
    label: `#${name}`,
    hint: '',
    people,
    misspelt: null,
    without: [],
    fit: fitOf(nameFolded, folded) + 0.25,
  }));
}
