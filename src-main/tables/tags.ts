import type { ReadableBook, WritableBook } from '../book/access.ts';
import { tagColours, type PersonId, type TagId } from '../contract/common.ts';
import { foldName } from './fold-name.ts';

export interface Tag {
  readonly id: TagId;
  readonly name: string;
  readonly colour: (typeof tagColours)[number];
}

/** The tag of this name (case and accents ignored); null if there is none. */
export function findTag(book: ReadableBook, name: string): Tag | null {
  return (
    book.get<Tag>('SELECT id, name, colour FROM tag WHERE folded_name = @foldedName', {
      foldedName: foldName(name),
    }) ?? null
  );
}

/** The tag of this name, made if it is new. A leading "#" is not part of a tag's name. */
export function findOrCreateTag(book: WritableBook, text: string): Tag {
  const name = text.trim().replace(/^#+(?=.)/, '');
  const found = findTag(book, name);
  if (found !== null) return found;
  // Colours go round, so that tags made one after the other can be told apart; grey is left to choose.
  const count = book.value<number>('SELECT count(*) FROM tag') ?? 0;
  const colour = tagColours[1 + (count % (tagColours.length - 1))] ?? 'gray';
  const { id } = book.run(
    'INSERT INTO tag (name, folded_name, colour) VALUES (@name, @foldedName, @colour)',
    { name, foldedName: foldName(name), colour },
  );
  return { id: id as TagId, name, colour };
}

/** Gives people a tag; returns how many did not have it. Ids of nobody are passed over. */
export function tagPersons(
  book: WritableBook,
  personIds: readonly PersonId[],
  tagId: TagId,
): number {
  return book.run(
    `INSERT INTO person_tag (person_id, tag_id)
     SELECT person.id, @tagId FROM json_each(@ids) AS wanted CROSS JOIN person ON person.id = wanted.value
     WHERE true ON CONFLICT (person_id, tag_id) DO NOTHING`,
    { ids: JSON.stringify(personIds), tagId },
  ).changes;
}

/** Takes a tag from people; returns how many had it. */
export function untagPersons(
  book: WritableBook,
  personIds: readonly PersonId[],
  tagId: TagId,
): number {
  return book.run(
    `DELETE FROM person_tag
     WHERE tag_id = @tagId AND person_id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(personIds), tagId },
  ).changes;
}
