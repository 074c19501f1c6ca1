import type { Book } from '../book/open-book.ts';
import type { WritableBook } from '../book/access.ts';
import { rebuildSearch } from '../search/indexing.ts';
import { foldName } from '../tables/fold-name.ts';

/** In step with the rules of check-book.ts: what remains of a damaged book must pass them. */
const mends: readonly string[] = [
  `DELETE FROM tie WHERE rating IS NULL AND stated_strength IS NULL
    AND NOT EXISTS (SELECT 1 FROM evidence WHERE tie_id = tie.id)`,
  `DELETE FROM circle_member WHERE id IN (
    SELECT circle_member.id FROM circle_member
    JOIN circle ON circle.id = circle_member.circle_id
    JOIN account ON account.id = circle_member.account_id
    WHERE account.platform_id <> circle.platform_id)`,
  // what it is now counts; its history has lost its end
  `DELETE FROM introduction_change WHERE id IN (
    SELECT introduction_change.id FROM introduction_change
    JOIN introduction ON introduction.id = introduction_change.introduction_id
    WHERE introduction_change.state <> introduction.state
      AND introduction_change.id > (
        SELECT coalesce(max(fitting.id), 0) FROM introduction_change AS fitting
        WHERE fitting.introduction_id = introduction.id AND fitting.state = introduction.state))`,
  `DELETE FROM topic_synonym
    WHERE EXISTS (SELECT 1 FROM topic WHERE topic.folded_name = topic_synonym.folded_name)`,
  'UPDATE role SET ended_on = NULL WHERE ended_on < started_on',
  'DELETE FROM change_row',
  'DELETE FROM change_step',
];

const named: readonly { readonly table: string; readonly name: string }[] = [
  { table: 'person', name: 'display_name' },
  { table: 'person_name', name: 'name' },
  { table: 'organisation', name: 'name' },
  { table: 'tag', name: 'name' },
  { table: 'topic', name: 'name' },
  { table: 'topic_synonym', name: 'name' },
];

/** Makes what was saved from a damaged book sound: rules over several tables, folded names, the search index. */
export function mendSavedBook({ writer }: Book): void {
  for (const { name, table } of named) foldNames(writer, table, name);
  for (const sql of mends) writer.run(sql);
  rebuildSearch(writer);
}

function foldNames(book: WritableBook, table: string, column: string): void {
  const rows = book.all<{ id: number; name: string; folded: string }>(
    `SELECT id, ${column} AS name, folded_name AS folded FROM ${table} WHERE ${column} IS NOT NULL`,
  );
  for (const { folded, id, name } of rows) {
    if (foldName(name) === folded) continue;
    // two that fold alike now where only one may: the garbled one goes
    book.run(`UPDATE OR REPLACE ${table} SET folded_name = @folded WHERE id = @id`, {
      id,
      folded: foldName(name),
    });
  }
}
