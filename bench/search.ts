import type { Result } from '../src-main/contract/result.ts';
import type { OutputOf, StoreContract } from '../src-main/contract/index.ts';
import { Store } from '../src-main/store/store.ts';
import { type BenchBook, migrations } from './bench-book.ts';
import type { Timing } from './measure.ts';
import { summarise } from './measure.ts';
import type { QuestionResult } from './measure-question.ts';
import { makeRandom } from './random.ts';
import type { Report } from './report.ts';
import { CLOCK } from './write-book.ts';

interface Someone {
  readonly given: string;
  readonly family: string;
  readonly handle: string;
  readonly organisation: string;
}

/** What people type, made from somebody in the book. */
const kinds: Readonly<Record<string, (who: Someone, draw: () => number) => string[]>> = {
  'a name as it is typed, letter by letter': ({ given, family }) => {
    const name = `${given} ${family}`;
    return Array.from(name, (_, at) => name.slice(0, at + 1));
  },
  'a family name': ({ family }) => [family],
  'the beginnings of both names': ({ given, family }) => [
    `${family.slice(0, 3)} ${given.slice(0, 2)}`,
  ],
  'a family name with one letter wrong': ({ family }, draw) => {
    const at = 1 + Math.floor(draw() * (family.length - 2));
    return [`${family.slice(0, at)}${family[at + 1]}${family[at]}${family.slice(at + 2)}`];
  },
  'letters from the middle of a name': ({ family }) => [family.slice(2, 6)],
  'an organisation': ({ organisation }) => [organisation],
  'an account': ({ handle }) => [handle],
  'nothing that is there': ({ handle }) => [`${handle}zzq`],
};

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
    for (const text of texts) times.push(await timed(() => find(text)));
    all.push(...times);
    results.push(resultOf(name, summarise(times)));
  }
  const total = store.session().book.reader.value<number>('SELECT count(*) FROM person') ?? 0;
  store.close();
  const overall = resultOf('all of these', summarise(all));
  const figures = [{ name: 'people in the book', value: total, unit: '' }];
  return { size: 'SEARCH', gather: null, figures, results: [...results, overall] };
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

function resultOf(question: string, ours: Timing): QuestionResult {
  return { question, ours, ties: null, nsPerTie: null, sql: null, graphology: null };
}

function drawPeople(store: Store): Someone[] {
  const random = makeRandom(11);
  const { reader } = store.session().book;
  const total = reader.value<number>('SELECT count(*) FROM person') ?? 0;
  return Array.from({ length: PEOPLE }, () => {
    const someone = reader.get<Someone>(
      `SELECT given_name AS given, family_name AS family, handle, organisation.name AS organisation
       FROM person JOIN account ON account.person_id = person.id JOIN role ON role.person_id = person.id
       JOIN organisation ON organisation.id = role.organisation_id WHERE person.id = @id`,
      { id: 1 + Math.floor(random() * total) },
    );
    if (someone === undefined) throw new Error('The generated book has gaps in its ids.');
    return someone;
  });
}
