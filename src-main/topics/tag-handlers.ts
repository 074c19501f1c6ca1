import type { WritableBook } from '../book/access.ts';
import type { Handlers } from '../book/context.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from '../tables/fold-name.ts';
import { findTag, type Tag } from '../tables/tags.ts';
import { findAlike } from './alike-names.ts';
import {
  deleteTag,
  joinTags,
  readTag,
  readTagCounts,
  readTagsAmong,
  updateTag,
} from './queries.ts';

/** Tags: how I sort people. */
export const tagsHandlers: Handlers<'tags'> = {
  list: ({ book }, { among }) =>
    among === undefined ? readTagCounts(book) : readTagsAmong(book, among),
  update: ({ book, nameStep }, { id, name, colour }) => {
    const tag = existingTag(book, id);
    const changed: Tag = { id, name: name ?? tag.name, colour: colour ?? tag.colour };
    const other = findTag(book, changed.name);
    if (other !== null && other.id !== id) {
      throw new AppError(
        'CONFLICT',
        `There is a tag "${other.name}" already. Choose another name, or give people that tag instead.`,
      );
    }
    updateTag(book, { ...changed, foldedName: foldName(changed.name) });
    nameStep(
      changed.name === tag.name
        ? `Colour the tag "${tag.name}"`
        : `Rename the tag "${tag.name}" to "${changed.name}"`,
    );
    return { tag: changed };
  },
  merge: ({ book, nameStep }, { keep, gone }) => {
    const [tag, other] = [existingTag(book, keep), existingTag(book, gone)];
    if (tag.id === other.id) {
      throw new AppError(
        'INVALID_INPUT',
        'A tag cannot be merged with itself: choose another one.',
      );
    }
    joinTags(book, keep, gone);
    nameStep(`Merge the tag "${other.name}" into "${tag.name}"`);
    return { tag };
  },
  remove: ({ book, nameStep }, { id }) => {
    const tag = existingTag(book, id);
    deleteTag(book, id);
    nameStep(`Delete the tag "${tag.name}"`);
    return {};
  },
  alike: ({ book }) =>
    findAlike(
      readTagCounts(book).map(({ id, name, colour }) => ({
        ref: { id, name, colour },
        names: [name],
      })),
    ),
};

function existingTag(book: WritableBook, id: Tag['id']): Tag {
  const tag = readTag(book, id);
  if (tag === undefined) throw new AppError('NOT_FOUND', 'This tag is no longer there.');
  return tag;
}
