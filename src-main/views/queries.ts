import type { ReadableBook, WritableBook } from '../book/access.ts';

/* All SQL of saved views. `question` is JSON text. */

export interface ViewRow {
  readonly id: number;
  readonly name: string;
  readonly question: string;
}

/** All views in the order of the menu. */
export function readViews(book: ReadableBook): ViewRow[] {
  return book.all<ViewRow>('SELECT id, name, question FROM saved_view ORDER BY position, id');
}

export function readView(book: ReadableBook, id: number): ViewRow | undefined {
  return book.get<ViewRow>('SELECT id, name, question FROM saved_view WHERE id = @id', { id });
}

/** The view of a folded name; undefined if there is none. */
export function readViewNamed(book: ReadableBook, foldedName: string): ViewRow | undefined {
  return book.get<ViewRow>(
    'SELECT id, name, question FROM saved_view WHERE folded_name = @foldedName',
    { foldedName },
  );
}

/** Adds a view at the end of the menu. */
export function insertView(
  book: WritableBook,
  view: { readonly name: string; readonly foldedName: string; readonly question: string },
): number {
  return book.run(
    `INSERT INTO saved_view (name, folded_name, position, question)
     VALUES (@name, @foldedName, (SELECT coalesce(max(position), 0) + 1 FROM saved_view), @question)`,
    { ...view },
  ).id;
}

export function updateView(
  book: WritableBook,
  view: ViewRow & { readonly foldedName: string },
): void {
  book.run(
    `UPDATE saved_view SET name = @name, folded_name = @foldedName, question = @question WHERE id = @id`,
    { ...view },
  );
}

export function deleteView(book: WritableBook, id: number): void {
  book.run('DELETE FROM saved_view WHERE id = @id', { id });
}

export function writePosition(book: WritableBook, id: number, position: number): void {
  book.run('UPDATE saved_view SET position = @position WHERE id = @id', { id, position });
}
