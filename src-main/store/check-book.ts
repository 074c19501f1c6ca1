import type { ReadableBook } from '../book/access.ts';
import type { BookStatus } from '../contract/book.ts';
import { foldName } from '../tables/fold-name.ts';
import { countBook } from './book-counts.ts';

export interface BookCheck {
  readonly ok: boolean;
  /** Sentences, the file's own problems first. */
  readonly problems: string[];
  readonly counts: BookStatus['counts'];
}

/** A rule that SQL's constraints cannot hold: how many rows break it, and the sentence for that. */
interface Rule {
  readonly count: string;
  readonly sentence: (rows: number) => string;
}

const rules: readonly Rule[] = [
  {
    count: `SELECT count(*) FROM tie WHERE rating IS NULL AND stated_strength IS NULL
      AND NOT EXISTS (SELECT 1 FROM evidence WHERE tie_id = tie.id)`,
    sentence: (rows) => `${rows} ties have neither evidence nor a strength.`,
  },
  {
    count: `SELECT count(*) FROM circle_member
      JOIN circle ON circle.id = circle_member.circle_id
      JOIN account ON account.id = circle_member.account_id
      WHERE account.platform_id <> circle.platform_id`,
    sentence: (rows) => `${rows} members of a circle have their account on another platform.`,
  },
  {
    count: `SELECT count(*) FROM introduction WHERE state <> (
      SELECT state FROM introduction_change WHERE introduction_id = introduction.id
      ORDER BY id DESC LIMIT 1)`,
    sentence: (rows) => `${rows} introductions are in another state than their history ends with.`,
  },
  {
    count: `SELECT count(*) FROM topic_synonym
      WHERE EXISTS (SELECT 1 FROM topic WHERE topic.folded_name = topic_synonym.folded_name)`,
    sentence: (rows) => `${rows} synonyms of a topic are topics themselves.`,
  },
  {
    count: `SELECT count(*) FROM role WHERE ended_on < started_on`,
    sentence: (rows) => `${rows} roles end before they begin.`,
  },
  {
    count: `SELECT count(*) FROM change_step
      WHERE row_count <> (SELECT total(row_count) FROM change_row WHERE step_id = change_step.id)`,
    sentence: (rows) => `${rows} steps of the undo log have lost rows.`,
  },
];

/** The search index follows the tables inside each transaction; here it is seen to have done so. */
const indexRules: readonly Rule[] = [
  {
    count: 'SELECT count(*) FROM person WHERE id NOT IN (SELECT rowid FROM person_words)',
    sentence: (rows) => `${rows} people are missing from the search index.`,
  },
  {
    count: 'SELECT count(*) FROM person_words WHERE rowid NOT IN (SELECT id FROM person)',
    sentence: (rows) => `${rows} people who are gone are still in the search index.`,
  },
];

/** Looks through the whole file and the rules that its constraints cannot hold. Reads only. */
export function checkBook(book: ReadableBook): BookCheck {
  const problems = [
    ...checkFile(book),
    ...[...rules, ...indexRules].flatMap((rule) => {
      const rows = book.value<number>(rule.count) ?? 0;
      return rows === 0 ? [] : [rule.sentence(rows)];
    }),
    ...checkFoldedNames(book),
  ];
  return { ok: problems.length === 0, problems, counts: countBook(book) };
}

function checkFile(book: ReadableBook): string[] {
  const integrity = book
    .column<string>('PRAGMA integrity_check(20)')
    .filter((line) => line !== 'ok')
    .map((line) => `The file is damaged: ${line}.`);
  const orphans = book
    .all<{ table: string; parent: string; rows: number }>(
      `SELECT "table", parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1, 2`,
    )
    .map(
      ({ table, parent, rows }) => `${rows} rows of ${table} refer to a ${parent} that is gone.`,
    );
  return [...integrity, ...orphans];
}

/** Names are looked up by their folded form; one that is out of step would never be found. */
function checkFoldedNames(book: ReadableBook): string[] {
  let wrong = 0;
  const names = book.iterate<{ name: string; folded: string }>(
    `SELECT display_name AS name, folded_name AS folded FROM person WHERE display_name IS NOT NULL
     UNION ALL SELECT name, folded_name FROM person_name
     UNION ALL SELECT name, folded_name FROM organisation
     UNION ALL SELECT name, folded_name FROM tag
     UNION ALL SELECT name, folded_name FROM topic
     UNION ALL SELECT name, folded_name FROM topic_synonym`,
  );
  for (const { name, folded } of names) if (foldName(name) !== folded) wrong += 1;
  return wrong === 0
    ? []
    : [`${wrong} names are not found by a search, since their folded form is wrong.`];
}
