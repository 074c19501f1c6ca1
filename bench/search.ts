import type { Result } from '../src-main/contract/result.ts';
import type { OutputOf, StoreContract } from '../src-main/contract/index.ts';
import { Store } from '../src-main/store/store.ts';
import { type BenchBook, migrations } from './bench-book.ts';
import type { Timing } from './measure.ts';
import { summarise, timeAnswer } from './measure.ts';
import type { QuestionResult } from './measure-question.ts';
import { makeRandom } from './random.ts';
import type { Report } from './report.ts';
import { CLOCK } from './write-book.ts';

interface Someone {
  readonly given: string;
  readonly family: string;
  readonly handle: string;
  readonly organisation: string;
  /** The rest is drawn for them from the whole book. */
  readonly note: string;
  readonly tag: string;
  readonly topic: string;
  readonly event: string;
}

/** What people type, made from somebody in the book. */
const kinds: Readonly<Record<string, (who: Someone, draw: () => number) => string[]>> = {
  'a name as it is typed, letter by letter': ({ given, family }) =>
    beginningsOf(`${given} ${family}`),
  'a family name': ({ family }) => [family],
  'the beginnings of both names': ({ given, family }) => [
    `${family.slice(0, 3)} ${given.slice(0, 2)}`,
  ],
  'a family name with two letters swapped': ({ family }, draw) => [misspell(family, draw)],
  'letters from the middle of a name': ({ family }) => [family.slice(2, 6)],
  'an organisation': ({ organisation }) => [organisation],
  'an organisation with two letters swapped': ({ organisation }, draw) => [
    misspell(organisation, draw),
  ],
  'an account': ({ handle }) => [handle],
  'two words of a note': ({ note }, draw) => {
    const words = note.split(/\W+/).filter((word) => word.length > 3);
    const at = Math.floor(draw() * Math.max(1, words.length - 1));
    return [words.slice(at, at + 2).join(' ')];
  },
  'a tag': ({ tag }) => [tag],
  'a topic as it is typed, letter by letter': ({ topic }) => beginningsOf(topic),
  'an event': ({ event }) => [event],
  'an event with two letters swapped': ({ event }, draw) => [misspell(event, draw)],
  'nothing that is there': ({ handle }) => [`${handle}zzq`],
};

const beginningsOf = (text: string): string[] => Array.from(text, (_, at) => text.slice(0, at + 1));

/** Two neighbouring letters of the first word change places, not the first of them. */
function misspell(text: string, draw: () => number): string {
  const end = /\W|$/.exec(text)?.index ?? text.length;
  const at = 1 + Math.floor(draw() * Math.max(1, end - 2));
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}

const PEOPLE = 100;

/** Times the search box at the store: contract, rules, index, ranking by tie, hints and all. */
export async function measureSearch(book: BenchBook): Promise<Report> {
  const store = new Store({
    path: book.path,
    migrations,
    backupFolder: null,
    readClock: () => CLOCK,
  });
  const find = async (text: string): Promise<OutputOf<StoreContract['search']['find']>> => {
    const found = await store.dispatch('search.find', { text });
    if (!found.ok) throw new Error(`The search for '${text}' failed: ${found.error.message}`);
    return (found as Extract<Result<OutputOf<StoreContract['search']['find']>>, { ok: true }>)
      .value;
  };
  const people = drawPeople(store);
  const all: number[] = [];
  const results: QuestionResult[] = [];
  for (const [name, textsOf] of Object.entries(kinds)) {
    const random = makeRandom(3);
    const texts = people.flatMap((who) => textsOf(who, random));
    for (const text of texts.slice(0, 50)) await find(text);
    const times: number[] = [];
    for (const text of texts) times.push(await timeAnswer(() => find(text)));
    all.push(...times);
    results.push(resultOf(name, summarise(times)));
  }
  const total = store.session().book.reader.value<number>('SELECT count(*) FROM person') ?? 0;
  store.close();
  const overall = resultOf('all of these', summarise(all));
  const figures = [{ name: 'people in the book', value: total, unit: '' }];
  return { size: 'SEARCH', gather: null, figures, results: [...results, overall] };
}

function resultOf(question: string, ours: Timing): QuestionResult {
  return { question, ours, ties: null, nsPerTie: null, sql: null, graphology: null };
}

function drawPeople(store: Store): Someone[] {
  const random = makeRandom(11);
  const { reader } = store.session().book;
  const total = reader.value<number>('SELECT count(*) FROM person') ?? 0;
  const one = (texts: readonly string[]): string => texts[Math.floor(random() * texts.length)];
  const notes = reader.column<string>("SELECT note FROM person WHERE note <> '' LIMIT 1000");
  const tags = reader.column<string>('SELECT name FROM tag');
  const topics = reader.column<string>('SELECT name FROM topic');
  const events = reader.column<string>('SELECT title FROM event');
  return Array.from({ length: PEOPLE }, () => {
    const someone = reader.get<Pick<Someone, 'given' | 'family' | 'handle' | 'organisation'>>(
      `SELECT given_name AS given, family_name AS family, handle, organisation.name AS organisation
       FROM person JOIN account ON account.person_id = person.id AND platform_id = 1
       JOIN role ON role.person_id = person.id AND is_current = 1
       JOIN organisation ON organisation.id = role.organisation_id
       WHERE person.id >= @id AND family_name IS NOT NULL ORDER BY person.id LIMIT 1`,
      { id: 1 + Math.floor(random() * (total - 100)) },
    );
    if (someone === undefined) throw new Error('The generated book has gaps in its ids.');
    return {
      ...someone,
      note: one(notes),
      tag: one(tags),
      topic: one(topics),
      event: one(events),
    };
  });
}
