import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { IntroductionId, PersonId } from '../contract/common.ts';
import type { OutputOf, ParsedInputOf, StoreContract } from '../contract/index.ts';

/* All SQL of letters: templates, letters sent, how I met somebody. */

type Letters = StoreContract['letters'];
export type TemplateRow = OutputOf<Letters['templates']>[number];
export type SentRow = OutputOf<Letters['sent']>[number];

interface StoredTemplate extends Omit<TemplateRow, 'replacesShipped'> {
  readonly replacesShipped: 0 | 1;
}
const columns = 'id, kind, name, subject, body, replaces_shipped AS replacesShipped';

export function listTemplates(book: ReadableBook): TemplateRow[] {
  return book
    .all<StoredTemplate>(`SELECT ${columns} FROM letter_template ORDER BY id`)
    .map((row) => ({ ...row, replacesShipped: row.replacesShipped === 1 }));
}

/** Adds a template (`id` null) or changes one. Returns its id. */
export function writeTemplate(
  book: WritableBook,
  { id, ...rest }: ParsedInputOf<Letters['saveTemplate']>,
): number {
  const template = { ...rest, replacesShipped: rest.replacesShipped ? 1 : 0 };
  if (id === null)
    return book.run(
      `INSERT INTO letter_template (kind, name, subject, body, replaces_shipped)
       VALUES (@kind, @name, @subject, @body, @replacesShipped)`,
      template,
    ).id;
  book.run(
    `UPDATE letter_template SET kind = @kind, name = @name, subject = @subject, body = @body,
       replaces_shipped = @replacesShipped WHERE id = @id`,
    { id, ...template },
  );
  return id;
}

export function deleteTemplate(book: WritableBook, id: number): void {
  book.run('DELETE FROM letter_template WHERE id = @id', { id });
}

export function insertLetter(
  book: WritableBook,
  letter: Omit<SentRow, 'id'> & { readonly introductionId: IntroductionId },
): void {
  book.run(
    `INSERT INTO introduction_letter (introduction_id, kind, sent_on, subject, body)
     VALUES (@introductionId, @kind, @sentOn, @subject, @body)`,
    { ...letter },
  );
}

export function listSent(book: ReadableBook, introductionId: IntroductionId): SentRow[] {
  return book.all<SentRow>(
    `SELECT id, kind, sent_on AS sentOn, subject, body FROM introduction_letter
     WHERE introduction_id = @introductionId ORDER BY sent_on, id`,
    { introductionId },
  );
}

/** How I met a person, in my own words; '' when I did not say. */
export function findHowMet(book: ReadableBook, id: PersonId): string {
  return book.value<string>('SELECT how_met FROM person WHERE id = @id', { id }) ?? '';
}
