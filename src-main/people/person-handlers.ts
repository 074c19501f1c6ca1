import type { CommandContext, Handlers } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import { photoLimit } from '../contract/person.ts';
import { AppError } from '../contract/result.ts';
import { personRefs } from '../tables/persons.ts';
import { updateRole } from '../tables/roles.ts';
import { readDossier } from './dossier.ts';
import { existingPerson, readPhoto } from './person-detail.ts';
import { orderedPersonIds } from './person-order.ts';
import { readPhotoUrl } from './photo-bytes.ts';

/** What is done on the page of one person: photo, fields of one's own, roles, and the neighbours in the list. */
export const personHandlers: Handlers<'person'> = {
  photoIds: ({ book }) => ({ ids: book.column('SELECT person_id FROM person_photo ORDER BY 1') }),
  photo: ({ book }, { id }) => ({ photo: readPhoto(book, id) }),
  setPhoto: ({ book, nameStep }, { id, photo }) => {
    const person = existingPerson(book, id);
    const { mediaType, content } = readPhotoUrl(photo, photoLimit);
    book.run('DELETE FROM person_photo WHERE person_id = @id', { id });
    book.run(
      'INSERT INTO person_photo (person_id, media_type, content) VALUES (@id, @mediaType, @content)',
      { id, mediaType, content },
    );
    nameStep(`Photo of ${person.name}`);
    return {};
  },
  removePhoto: ({ book, nameStep }, { id }) => {
    const person = existingPerson(book, id);
    book.run('DELETE FROM person_photo WHERE person_id = @id', { id });
    nameStep(`Remove the photo of ${person.name}`);
    return {};
  },
  addField: ({ book, nameStep }, { id, name, value }) => {
    const person = existingPerson(book, id);
    book.run(
      `INSERT INTO person_field (person_id, source, name, value) VALUES (@id, 'custom', @name, @value)`,
      { id, name, value },
    );
    nameStep(`Note the ${name} of ${person.name}`);
    return {};
  },
  updateField: (context, { id, fieldId, name, value }) => {
    const { changes } = context.book.run(
      'UPDATE person_field SET name = @name, value = @value WHERE id = @fieldId AND person_id = @id',
      { id, fieldId, name, value },
    );
    nameFieldStep(context, id, changes, `Change the ${name} of`);
    return {};
  },
  removeField: (context, { id, fieldId }) => {
    const { changes } = context.book.run(
      'DELETE FROM person_field WHERE id = @fieldId AND person_id = @id',
      { id, fieldId },
    );
    nameFieldStep(context, id, changes, 'Remove a field of');
    return {};
  },
  updateRole: ({ book, nameStep }, { id, roleId, ...role }) => {
    const person = existingPerson(book, id);
    updateRole(book, roleId, { personId: id, ...role });
    nameStep(`Change a role of ${person.name}`);
    return {};
  },
  neighbours: (context, { id, filter, sort }) => {
    const ids = orderedPersonIds(context, filter, sort);
    const at = ids.indexOf(id);
    const [before, after] = at < 0 ? [undefined, undefined] : [ids[at - 1], ids[at + 1]];
    const refs = personRefs(
      context.book,
      [before, after].filter((other) => other !== undefined),
    );
    const named = (other: PersonId | undefined): PersonRef | null =>
      other === undefined ? null : (refs.get(other) ?? null);
    return {
      previous: named(before),
      next: named(after),
      place: at < 0 ? null : at + 1,
      total: ids.length,
    };
  },
  dossier: (context, { id }) => readDossier(context, id),
};

function nameFieldStep(
  { book, nameStep }: CommandContext,
  id: PersonId,
  changes: number,
  what: string,
): void {
  const person = existingPerson(book, id);
  if (changes === 0) {
    throw new AppError('NOT_FOUND', `This field of ${person.name} is no longer there.`);
  }
  nameStep(`${what} ${person.name}`);
}
