import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { foldName } from '../tables/fold-name.ts';
import { jsonIds } from '../tables/persons.ts';
import { allWords, nameVariants } from '../tables/search-words.ts';
import { typoKeys } from '../tables/typo-keys.ts';

/** What the index holds of one person; all text is folded. */
export interface SearchDocument {
  readonly name: string;
  readonly organisation: string;
  readonly topic: string;
  readonly contact: string;
  readonly note: string;
}

type Column = 'name' | 'organisation' | 'topic' | 'contact' | 'note';

interface Piece {
  readonly id: PersonId;
  readonly text: string;
}

const wanted = 'json_each(@ids) AS wanted';

/** Where the text of each column comes from: rows (person id, text). CROSS JOIN fixes the order: few people first. */
const sources: readonly (readonly [Column, string])[] = [
  [
    'name',
    `SELECT person.id, person.display_name AS text
     FROM ${wanted} CROSS JOIN person ON person.id = wanted.value WHERE person.display_name IS NOT NULL
     UNION ALL
     SELECT person.id, concat_ws(' ', person.given_name, person.family_name)
     FROM ${wanted} CROSS JOIN person ON person.id = wanted.value
     WHERE person.given_name IS NOT NULL OR person.family_name IS NOT NULL
     UNION ALL
     SELECT person_name.person_id, person_name.name
     FROM ${wanted} CROSS JOIN person_name ON person_name.person_id = wanted.value
     UNION ALL
     SELECT account.person_id, account.display_name
     FROM ${wanted} CROSS JOIN account ON account.person_id = wanted.value
     WHERE account.display_name IS NOT NULL`,
  ],
  [
    'organisation',
    `SELECT role.person_id AS id, concat_ws(' ', organisation.name, role.title) AS text
     FROM ${wanted} CROSS JOIN role ON role.person_id = wanted.value
     LEFT JOIN organisation ON organisation.id = role.organisation_id`,
  ],
  [
    'topic',
    `SELECT topic_statement.person_id AS id, topic.name AS text
     FROM ${wanted} CROSS JOIN topic_statement ON topic_statement.person_id = wanted.value
     JOIN topic ON topic.id = topic_statement.topic_id
     UNION ALL
     SELECT topic_statement.person_id, topic_synonym.name
     FROM ${wanted} CROSS JOIN topic_statement ON topic_statement.person_id = wanted.value
     JOIN topic_synonym ON topic_synonym.topic_id = topic_statement.topic_id`,
  ],
  [
    'contact',
    // digits alone as well, so that a number is found however it is spaced
    `SELECT contact_point.person_id AS id, concat_ws(' ', contact_point.value, contact_point.match_key,
       CASE contact_point.kind WHEN 'phone' THEN
         replace(replace(replace(replace(replace(contact_point.value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')
       END) AS text
     FROM ${wanted} CROSS JOIN contact_point ON contact_point.person_id = wanted.value
     UNION ALL
     SELECT account.person_id, concat_ws(' ', account.handle, account.external_id, account.url)
     FROM ${wanted} CROSS JOIN account ON account.person_id = wanted.value`,
  ],
  [
    'note',
    `SELECT person.id, concat_ws(' ', person.note, person.how_met) AS text
     FROM ${wanted} CROSS JOIN person ON person.id = wanted.value
     WHERE person.note <> '' OR person.how_met <> ''
     UNION ALL
     SELECT person_field.person_id, concat_ws(' ', person_field.name, person_field.value)
     FROM ${wanted} CROSS JOIN person_field ON person_field.person_id = wanted.value
     UNION ALL
     SELECT attendance.person_id, attendance.note
     FROM ${wanted} CROSS JOIN attendance ON attendance.person_id = wanted.value WHERE attendance.note <> ''
     UNION ALL
     SELECT interaction.person_id, interaction.note
     FROM ${wanted} CROSS JOIN interaction ON interaction.person_id = wanted.value WHERE interaction.note <> ''
     UNION ALL
     SELECT follow_up.person_id, follow_up.what
     FROM ${wanted} CROSS JOIN follow_up ON follow_up.person_id = wanted.value WHERE follow_up.what <> ''
     UNION ALL
     SELECT topic_statement.person_id, topic_statement.note
     FROM ${wanted} CROSS JOIN topic_statement ON topic_statement.person_id = wanted.value
     WHERE topic_statement.note <> ''`,
  ],
];

/** The documents of those of the people who exist, made anew from the tables. Best called for about a thousand. */
export function readDocuments(
  book: ReadableBook,
  ids: readonly PersonId[],
): Map<PersonId, SearchDocument> {
  const parameters = { ids: jsonIds(ids) };
  const drafts = new Map<PersonId, Record<Column, string[]>>();
  const existing = book.column<PersonId>(
    `SELECT person.id FROM ${wanted} CROSS JOIN person ON person.id = wanted.value`,
    parameters,
  );
  for (const id of existing) {
    drafts.set(id, { name: [], organisation: [], topic: [], contact: [], note: [] });
  }
  for (const [column, sql] of sources) {
    for (const { id, text } of book.all<Piece>(sql, parameters)) {
      drafts.get(id)?.[column].push(text);
    }
  }
  return new Map([...drafts].map(([id, draft]) => [id, foldDraft(draft)]));
}

function foldDraft(draft: Record<Column, string[]>): SearchDocument {
  const names = new Set(draft.name.flatMap((name) => [foldName(name), nameVariants(name)]));
  names.delete('');
  return {
    name: [...names].join(' | '),
    organisation: foldAll(draft.organisation),
    topic: foldAll(draft.topic),
    contact: foldAll(draft.contact),
    note: foldAll(draft.note),
  };
}

/** Keys under which a document is found by a misspelt name: those of `typoKeys` for every word of every name. */
export function documentTypoKeys(document: SearchDocument): string {
  const keys = new Set<string>();
  for (const word of allWords(document.name)) for (const key of typoKeys(word)) keys.add(key);
  return [...keys].join(' ');
}

function foldAll(texts: readonly string[]): string {
  return [...new Set(texts)].map(foldName).join(' | ');
}
