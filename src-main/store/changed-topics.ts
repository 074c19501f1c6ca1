import type { RowChange } from '../book/row-changes.ts';
import { changedTopics, type ChangedTopic } from '../contract/book.ts';

/** Which families of data a table's rows are shown in. A test holds this against the schema. */
export const topicsOfTable: ReadonlyMap<string, readonly ChangedTopic[]> = new Map<
  string,
  readonly ChangedTopic[]
>([
  ['person', ['people']],
  ['person_name', ['people']],
  ['contact_point', ['people']],
  ['organisation', ['people']],
  ['role', ['people']],
  ['platform', ['people']],
  ['account', ['people']],
  ['person_field', ['people']],
  ['person_photo', ['people']],
  ['tie', ['ties']],
  ['evidence', ['ties']],
  ['circle', ['ties']],
  ['circle_member', ['ties']],
  ['reported_size', ['ties']],
  ['event', ['events']],
  ['attendance', ['events']],
  // shown on a person's page and among the promises of an event
  ['interaction', ['events', 'people']],
  ['follow_up', ['events', 'people']],
  ['keep_in_touch', ['people']],
  ['put_off', ['people']],
  ['tag', ['topics', 'people']],
  ['person_tag', ['topics', 'people']],
  ['topic', ['topics']],
  ['topic_synonym', ['topics']],
  ['topic_statement', ['topics', 'people']],
  ['goal', ['introductions']],
  ['introduction', ['introductions']],
  ['introduction_change', ['introductions']],
  ['introduction_letter', ['introductions']],
  ['letter_template', ['introductions']],
  ['refused_pair', ['introductions']],
  ['outcome', ['outcomes']],
  ['share', ['outcomes']],
  ['thanks', ['outcomes']],
  ['import', ['imports']],
  ['import_row', ['imports']],
  ['list_change', ['imports', 'people']],
  ['import_mark', ['imports']],
  ['import_insert', ['imports']],
  ['import_update', ['imports']],
  ['identity_question', ['imports']],
  ['erased_mark', ['imports']],
  // told by 'book', which is always told
  ['saved_view', ['book']],
]);

/** What windows should fetch anew. 'book' is always among them: what can be undone has changed. */
export function topicsOfChanges(changes: readonly RowChange[]): ChangedTopic[] {
  if (changes.length === 0) return [];
  const tables = new Set(changes.map((change) => change.table));
  const found = new Set<ChangedTopic>(['book']);
  for (const table of tables) {
    for (const topic of topicsOfTable.get(table) ?? changedTopics) found.add(topic);
  }
  return changedTopics.filter((topic) => found.has(topic));
}
