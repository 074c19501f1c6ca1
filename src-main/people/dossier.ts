import type { ReadableBook } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import { readDataTables } from '../book/schema.ts';
import type { IntroductionId, PersonId, PersonRef } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import type { Introduction } from '../contract/introductions.ts';
import { personRefs } from '../tables/persons.ts';
import { explainTies } from '../tables/tie-explanations.ts';
import { readPersonDetail } from './person-detail.ts';

type Dossier = OutputOf<StoreContract['person']['dossier']>;

/** All that the book holds about somebody. Throws NOT_FOUND. */
export function readDossier(context: QueryContext, id: PersonId): Dossier {
  const { book, clock } = context;
  const person = readPersonDetail(context, id);
  const others = book.column<PersonId>(
    `SELECT high_person_id FROM tie WHERE low_person_id = @id
     UNION SELECT low_person_id FROM tie WHERE high_person_id = @id`,
    { id },
  );
  const ties = explainTies(
    book,
    others.map((other) => [id, other] as const),
    clock.today,
  ).filter((tie) => tie !== null);
  return {
    person,
    ties: ties.toSorted((a, b) => b.strength - a.strength),
    introductions: readIntroductions(book, id),
    listedBy: readLists(book, id),
    rows: readRows(book, id),
  };
}

function readIntroductions(book: ReadableBook, id: PersonId): Dossier['introductions'] {
  const rows = book.all<{
    id: IntroductionId;
    introducerId: PersonId;
    firstId: PersonId;
    secondId: PersonId;
    state: Introduction['state'];
    goal: string;
    note: string;
    message: string;
    since: string;
  }>(
    `SELECT id, introducer_id AS introducerId, first_person_id AS firstId, second_person_id AS secondId,
       state, goal, note, message,
       coalesce((SELECT max(changed_on) FROM introduction_change WHERE introduction_id = introduction.id),
         substr(created_at, 1, 10)) AS since
     FROM introduction WHERE @id IN (introducer_id, first_person_id, second_person_id) ORDER BY id`,
    { id },
  );
  const refs = personRefs(
    book,
    rows.flatMap((row) => [row.introducerId, row.firstId, row.secondId]),
  );
  const named = (person: PersonId): PersonRef =>
    refs.get(person) ?? { id: person, name: `#${person}`, isNamed: false };
  return rows.map(({ introducerId, firstId, secondId, ...row }) => ({
    ...row,
    introducer: named(introducerId),
    first: named(firstId),
    second: named(secondId),
  }));
}

function readLists(book: ReadableBook, id: PersonId): Dossier['listedBy'] {
  const rows = book.all<{ ownerId: PersonId; platform: string; since: string | null }>(
    `SELECT circle.owner_id AS ownerId, platform.name AS platform, min(circle_member.since) AS since
     FROM account
     JOIN circle_member ON circle_member.account_id = account.id
     JOIN circle ON circle.id = circle_member.circle_id
     JOIN platform ON platform.id = circle.platform_id
     WHERE account.person_id = @id GROUP BY circle.id ORDER BY circle.id`,
    { id },
  );
  const refs = personRefs(
    book,
    rows.map(({ ownerId }) => ownerId),
  );
  return rows.flatMap(({ ownerId, platform, since }) => {
    const owner = refs.get(ownerId);
    return owner === undefined ? [] : [{ owner, platform, since }];
  });
}

/** Tables whose rows belong to the person whom they name, so that what hangs on them is about that person too. */
const owned: ReadonlySet<string> = new Set(['tie', 'account', 'circle', 'introduction']);

/**
 * Every row that names the person, and what hangs on those, found by the schema's own references: a table that
 * a later version adds is there without being asked for. Pictures are left out; the page has them.
 */
function readRows(book: ReadableBook, id: PersonId): Dossier['rows'] {
  const own = `SELECT id FROM "person" WHERE id = @id`;
  const rows: Dossier['rows'] = { person: readAll(book, 'person', `id IN (${own})`, id) };
  const references = readReferences(book);
  const add = (table: string, condition: string): void => {
    const found = readAll(book, table, condition, id);
    if (found.length > 0) rows[table] = found;
  };
  const conditionOf = (table: string): string =>
    references
      .filter((reference) => reference.table === table && reference.parent === 'person')
      .map(({ column }) => `"${column}" = @id`)
      .join(' OR ');
  for (const { name } of readDataTables(book)) {
    const direct = conditionOf(name);
    const through = references
      .filter((reference) => reference.table === name && owned.has(reference.parent))
      .map(
        ({ column, parent }) =>
          `"${column}" IN (SELECT id FROM "${parent}" WHERE ${conditionOf(parent)})`,
      );
    const condition = [direct, ...through].filter((part) => part !== '').join(' OR ');
    if (condition !== '' && name !== 'person_photo') add(name, condition);
  }
  return rows;
}

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
}

function readReferences(book: ReadableBook): Reference[] {
  return book.all(
    `SELECT list.name AS "table", key."from" AS "column", key."table" AS parent
     FROM pragma_table_list AS list JOIN pragma_foreign_key_list(list.name) AS key
     WHERE list.schema = 'main'`,
  );
}

function readAll(
  book: ReadableBook,
  table: string,
  condition: string,
  id: PersonId,
): Record<string, string | number | null>[] {
  return book.all(`SELECT * FROM "${table}" WHERE ${condition} ORDER BY id`, { id });
}
