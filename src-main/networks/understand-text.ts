import type { Handler } from '../book/context.ts';
import type { OrganisationId, PersonId, TagId, TopicId } from '../contract/common.ts';
import type { Contract, OutputOf } from '../contract/index.ts';
import type { AskTarget } from '../contract/networks.ts';
import type { ReadableBook } from '../book/access.ts';
import { findPersons } from '../tables/find-persons.ts';
import { foldName } from '../tables/fold-name.ts';
import { personHints, personRefs } from '../tables/persons.ts';
import { statementHolds } from '../tables/topics.ts';
import { misspeltReadings } from './misspelt-readings.ts';
import { readPeopleMentioning } from './queries.ts';

type Understand = Contract['chains']['understand'];
export type Reading = OutputOf<Understand>[number];
/** An interpretation with how well its name fits the text: 0 is the same, 1 begins so, 2 contains it, 3 may be meant by it. */
interface Ranked extends Reading {
  readonly fit: number;
}

/** Words that say what kind of answer is meant; they are taken off before names are compared. */
const leads: readonly {
  readonly pattern: RegExp;
  readonly kinds: readonly AskTarget['kind'][];
  /** Says nothing certain about the kind, so that the text may also be meant as it stands. */
  readonly isVague?: boolean;
}[] = [
  { pattern: /^(?:who )?(?:offers?|offering|sells?|does)\s+/i, kinds: ['offers'] },
  { pattern: /^(?:who )?(?:needs?|wants?|looks? for|looking for)\s+/i, kinds: ['needs'] },
  {
    pattern: /^(?:somebody |someone |anybody |anyone |people )?(?:at|from|in)\s+/i,
    kinds: ['organisation'],
  },
  { pattern: /^#\s*/, kinds: ['tag'] },
  { pattern: /^(?:an?|some)\s+/i, kinds: ['offers', 'needs', 'tag'], isVague: true },
];

/**
 * How the one box of "Who to ask" understands a text: topics offered and needed (synonyms included), companies,
 * tags and people, the best fit first; last, unless a leading word says otherwise, the text wherever it is mentioned.
 * Something nobody is known for is listed too, with 0 people. Of a text that the book does not have at all, names that
 * it may misspell.
 */
export const understandText: Handler<Understand> = ({ book, clock, network }, { text, limit }) => {
  const lead = leads.find(({ pattern }) => pattern.test(text.trim()));
  const rest = lead === undefined ? text.trim() : text.trim().replace(lead.pattern, '');
  if (rest === '') return [];
  const folded = foldName(rest);
  const me = book.value<PersonId>('SELECT id FROM person WHERE is_me = 1');
  const graph = network.graph();
  const weight = (id: PersonId): number =>
    me === undefined ? 0 : (graph.tie(me, id)?.strength ?? 0);
  const found = [
    ...topicTargets(book, folded, clock.today),
    ...organisationTargets(book, folded),
    ...tagTargets(book, folded),
    ...personTargets(book, rest, folded, { limit, weight }),
  ].filter(({ target }) => lead === undefined || lead.kinds.includes(target.kind));
  const readings = found
    .toSorted((a, b) => a.fit - b.fit || Number(b.people > 0) - Number(a.people > 0))
    .map(({ target, label, hint, people, isMisspelt }) => ({
      target,
      label,
      hint,
      people,
      isMisspelt,
    }));
  const free = lead === undefined || lead.isVague === true ? freeReading(book, rest) : [];
  if (free.length > 0 || readings.some(({ isMisspelt }) => !isMisspelt))
    return [...readings.slice(0, limit - free.length), ...free];
  const guesses = misspeltReadings(book, rest, clock.today).filter(
    ({ target }) => lead === undefined || lead.kinds.includes(target.kind),
  );
  return [...guesses, ...readings].slice(0, limit);
};

/** The text as it stands, wherever it is mentioned: the reading for which nothing needs to be entered first. */
function freeReading(book: ReadableBook, text: string): Reading[] {
  const people = readPeopleMentioning(book, text).length;
  if (people === 0) return [];
  return [
    {
      target: { kind: 'text', text },
      label: `“${text}”`,
      hint: 'mentioned in a job, a company, a tag, a topic or a note',
      people,
      isMisspelt: false,
    },
  ];
}

/** 0: the same; 1: begins with the text; 2: contains it. */
function fitOf(name: string, folded: string): number {
  if (name === folded) return 0;
  return name.startsWith(folded) ? 1 : 2;
}

interface NamedCount {
  readonly id: number;
  readonly name: string;
  readonly folded: string;
  readonly people: number;
}

function topicTargets(book: ReadableBook, folded: string, today: string): Ranked[] {
  const rows = book.all<NamedCount & { kind: 'offers' | 'needs'; word: string }>(
    `WITH word AS (
       SELECT id AS topic_id, folded_name AS folded, name AS word FROM topic
       UNION ALL SELECT topic_id, folded_name, name FROM topic_synonym),
     kinds (kind) AS (VALUES ('offers'), ('needs'))
     SELECT topic.id, topic.name, word.folded, word.word, kinds.kind, min(length(word.folded)) AS shortest,
       (SELECT count(DISTINCT person_id) FROM topic_statement
        WHERE topic_id = topic.id AND topic_statement.kind = kinds.kind AND ${statementHolds}) AS people
     FROM word JOIN topic ON topic.id = word.topic_id CROSS JOIN kinds
     WHERE instr(word.folded, @folded) > 0
     GROUP BY topic.id, kinds.kind -- with min(), SQLite takes the other columns from that row
     ORDER BY shortest, topic.id LIMIT 20`,
    { folded, today },
  );
  return rows.map(({ id, name, kind, word, people, folded: wordFolded }) => ({
    target: { kind, id: id as TopicId },
    label: kind === 'offers' ? `Offers ${name}` : `Needs ${name}`,
    hint: word === name ? '' : `also called ${word}`,
    people,
    isMisspelt: false,
    fit: fitOf(wordFolded, folded) + (kind === 'offers' ? 0 : 0.5),
  }));
}

function organisationTargets(book: ReadableBook, folded: string): Ranked[] {
  const rows = book.all<NamedCount>(
    `SELECT id, name, folded_name AS folded,
       (SELECT count(DISTINCT person_id) FROM role
        WHERE organisation_id = organisation.id AND is_current = 1) AS people
     FROM organisation WHERE instr(folded_name, @folded) > 0
     ORDER BY instr(folded_name, @folded), length(folded_name), id LIMIT 8`,
    { folded },
  );
  return rows.map(({ id, name, people, folded: nameFolded }) => ({
    target: { kind: 'organisation', id: id as OrganisationId, withPast: false },
    label: name,
    hint: '',
    people,
    isMisspelt: false,
    fit: fitOf(nameFolded, folded),
  }));
}

function tagTargets(book: ReadableBook, folded: string): Ranked[] {
  const rows = book.all<NamedCount>(
    `SELECT id, name, folded_name AS folded,
       (SELECT count(*) FROM person_tag WHERE tag_id = tag.id) AS people
     FROM tag WHERE instr(folded_name, @folded) > 0 ORDER BY length(folded_name), id LIMIT 8`,
    { folded },
  );
  return rows.map(({ id, name, people, folded: nameFolded }) => ({
    target: { kind: 'tag', id: id as TagId },
    label: `#${name}`,
    hint: '',
    people,
    isMisspelt: false,
    fit: fitOf(nameFolded, folded) + 0.25,
  }));
}

function personTargets(
  book: ReadableBook,
  text: string,
  folded: string,
  options: { readonly limit: number; readonly weight: (id: PersonId) => number },
): Ranked[] {
  const found = findPersons(book, text, { ...options, namesOnly: true });
  const ids = found.map(({ id }) => id);
  const refs = personRefs(book, ids);
  const hints = personHints(book, ids);
  return found.flatMap(({ id, matched }) => {
    const ref = refs.get(id);
    if (ref === undefined) return [];
    const isMisspelt = matched === 'typo';
    const fit = isMisspelt ? 3 : fitOf(foldName(ref.name), folded);
    const target = { kind: 'people' as const, ids: [id] };
    return [{ target, label: ref.name, hint: hints.get(id) ?? '', people: 1, isMisspelt, fit }];
  });
}
