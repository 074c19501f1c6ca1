import type { ReadableBook, WritableBook } from '../src-main/book/access.ts';
import type { QueryContext } from '../src-main/book/context.ts';
import { openBook } from '../src-main/book/open-book.ts';
import { answerQuestion, type CompactGraph } from '../src-main/graph/index.ts';
import type { TopicId } from '../src-main/contract/common.ts';
import { chains } from '../src-main/contract/networks.ts';
import { favoursHandlers } from '../src-main/favours/handlers.ts';
import { goalsHandlers } from '../src-main/introductions/goals-handlers.ts';
import { introductionsHandlers } from '../src-main/introductions/handlers.ts';
import { askContacts } from '../src-main/networks/ask-contacts.ts';
import { todayHandlers } from '../src-main/reminders/handlers.ts';
import { suggestionsHandlers } from '../src-main/suggestions/handlers.ts';
import { type BenchBook, migrations } from './bench-book.ts';
import type { Figure } from './lifetime.ts';
import { timeEach } from './measure.ts';
import { CLOCK, TODAY } from './write-book.ts';

const runs = 20;

/**
 * Today as the store answers it on a busy book: all its sections, one after the other, after a change, so that
 * nothing is remembered from the last time. What it is about is planted in a transaction and taken back.
 */
export function measureToday(book: BenchBook, graph: CompactGraph): Figure[] {
  const opened = openBook({ path: book.path, migrations, clock: CLOCK });
  opened.sqlite.exec('BEGIN');
  plant(opened.writer);
  const context: QueryContext = {
    book: opened.reader,
    clock: CLOCK,
    network: {
      graph: () => graph,
      ask: async (question, input) => answerQuestion(graph, question, input, () => {}),
    },
    checkpoint: () => {},
  };
  const page = { limit: 12 };
  const sections: readonly (readonly [string, () => unknown])[] = [
    ['counts', () => todayHandlers.summary(context, {})],
    ['promises', () => todayHandlers.followUps(context, { ...page, promised: true })],
    ['follow-ups', () => todayHandlers.followUps(context, { ...page, promised: false })],
    ['introductions', () => todayHandlers.introductions(context, page)],
    ['keep in touch', () => todayHandlers.keepInTouch(context, page)],
    ['birthdays', () => todayHandlers.birthdays(context, page)],
    ['fading ties', () => todayHandlers.fading(context, { limit: 3 })],
    ['coming days', () => todayHandlers.coming(context, { days: 7 })],
    ['goals with their asks', () => goalsHandlers.list(context, { onlyOpen: true })],
    ['introductions that took', () => introductionsHandlers.took(context, {})],
    ['thanks owed', () => favoursHandlers.owed(context, {})],
    ['pairs worth introducing', () => suggestionsHandlers.pairs(context, { limit: 20 })],
  ];
  const change = (): void => {
    opened.writer.run('UPDATE person SET note = note WHERE id = 1');
  };
  const ask = (name: string, question: () => unknown): Figure => ({
    name,
    value: timeEach(runs, () => {
      change();
      question();
    }).median,
    unit: 'ms',
  });
  const figures = [
    ask('Today: the whole page', () => sections.map(([, question]) => question())),
    ...sections.map(([name, question]) => ask(`Today: ${name}`, question)),
    ...(['strength', 'likelihood'] as const).map((sort) =>
      ask(`who to ask for the topic most offer, with records and thanks, by ${sort}`, () =>
        askContacts(context, { ...mostOffered(opened.reader), sort }),
      ),
    ),
  ];
  opened.sqlite.exec('ROLLBACK');
  opened.close();
  return figures;
}

/** Who to ask as the page asks it, for the topic with the most people who offer it. */
function mostOffered(book: ReadableBook) {
  const id = book.value<TopicId>(
    `SELECT topic_id FROM topic_statement WHERE kind = 'offers'
     GROUP BY topic_id ORDER BY count(*) DESC, topic_id LIMIT 1`,
  );
  if (id === undefined) throw new Error('Nobody in this book offers anything.');
  return chains.ask.input.parse({ target: { kind: 'offers', id } });
}

/** Days before (below 0: after) the day of the book, spread by a number. */
const dayBefore = (expression: string): string => `date('${TODAY}', (-(${expression})) || ' days')`;

/**
 * Ten contacts with each person I know, 300 events of 20, 5,000 follow-ups of which 300 are due, a birthday for
 * everybody, a rhythm for half of those whom I know, 300 introductions of mine, 600 asks for 30 goals, 200 jobs that
 * they brought.
 */
function plant(book: WritableBook): void {
  const mine = 'SELECT high_person_id AS id FROM tie WHERE low_person_id = 1';
  const upTo = (count: number): string =>
    `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${count})`;
  const some = `(SELECT id FROM person WHERE id > 1 + (n * 7919) % (SELECT max(id) - 1 FROM person) LIMIT 1)`;
  for (const statement of [
    `${upTo(10)} INSERT INTO interaction (person_id, kind, on_date)
       SELECT mine.id, 'call', ${dayBefore('1 + (mine.id * 31 + n * 97) % 2000')} FROM n, (${mine}) AS mine`,
    `${upTo(300)} INSERT INTO event (title, held_on) SELECT 'Event ' || n, ${dayBefore('n * 5')} FROM n`,
    `INSERT INTO attendance (event_id, person_id, have_met)
       SELECT event.id, person.id, person.id % 2 FROM event
       JOIN person ON person.id BETWEEN 2 + event.id * 20 AND 21 + event.id * 20`,
    `${upTo(5000)} INSERT INTO follow_up (person_id, due_on, what, event_id)
       SELECT ${some}, ${dayBefore('n % 500 - 470')}, 'Write', iif(n % 2, NULL, 1 + n % 300) FROM n`,
    `UPDATE person SET birthday = date('1950-01-01', (id * 53 % 20000) || ' days')`,
    `INSERT INTO keep_in_touch (person_id, every, unit, started_on)
       SELECT id, 1 + id % 6, iif(id % 2, 'month', 'week'), '2025-01-01' FROM (${mine}) WHERE id % 2`,
    `${upTo(300)} INSERT INTO introduction (kind, state, introducer_id, first_person_id, second_person_id,
         remind_on, created_at)
       SELECT 'make', 'made', 1, 2 + n, 5 + n, ${dayBefore('n % 100 - 50')}, '${TODAY}' FROM n`,
    `${upTo(30)} INSERT INTO goal (what, opened_on) SELECT 'Goal ' || n, ${dayBefore('n')} FROM n`,
    `${upTo(600)} INSERT INTO introduction (kind, state, introducer_id, first_person_id, second_person_id,
         goal, goal_id, remind_on, created_at)
       SELECT 'ask', iif(n % 3, 'asked', 'met'), (SELECT id FROM (${mine}) WHERE id > 1 + n * 7 LIMIT 1), 1, ${some},
         'Goal ' || (1 + n % 30), (SELECT id FROM goal WHERE what = 'Goal ' || (1 + n % 30)),
         ${dayBefore('n % 100 - 50')}, '${TODAY}' FROM n`,
    `INSERT INTO introduction_change (introduction_id, state, changed_on)
       SELECT id, state, ${dayBefore('id * 13 % 900')} FROM introduction`,
    `INSERT INTO outcome (kind, title, amount, currency, on_date, introduction_id)
       SELECT 'job', 'Job', 120000, 'GBP', ${dayBefore('id * 13 % 900')}, id
       FROM introduction WHERE state = 'met' LIMIT 200`,
  ]) {
    book.run(statement);
  }
}
