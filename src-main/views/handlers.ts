import type { ReadableBook } from '../book/access.ts';
import type { Handlers } from '../book/context.ts';
import { AppError } from '../contract/result.ts';
import { viewQuestion } from '../contract/views.ts';
import { foldName } from '../tables/fold-name.ts';
import {
  deleteView,
  insertView,
  readView,
  readViewNamed,
  readViews,
  updateView,
  type ViewRow,
  writePosition,
} from './queries.ts';

/** Saved questions to the list of people: kept in the book, changed and undone like everything else. */
export const viewsHandlers: Handlers<'views'> = {
  list: ({ book }) =>
    readViews(book).flatMap(({ id, name, question }) => {
      const parsed = viewQuestion.safeParse(JSON.parse(question));
      // a view of a later version, read from its export: left in the book, but not offered
      return parsed.success ? [{ id, name, question: parsed.data }] : [];
    }),
  save: ({ book, nameStep }, { name, question }) => {
    refuseTaken(book, name, null);
    const id = insertView(book, {
      name,
      foldedName: foldName(name),
      question: JSON.stringify(question),
    });
    nameStep(`Save the view "${name}"`);
    return { id };
  },
  update: ({ book, nameStep }, { id, name, question }) => {
    const view = existingView(book, id);
    if (name !== undefined) refuseTaken(book, name, id);
    updateView(book, {
      id,
      name: name ?? view.name,
      foldedName: foldName(name ?? view.name),
      question: question === undefined ? view.question : JSON.stringify(question),
    });
    nameStep(
      name === undefined || name === view.name
        ? `Change the view "${view.name}"`
        : `Rename the view "${view.name}" to "${name}"`,
    );
    return {};
  },
  remove: ({ book, nameStep }, { id }) => {
    const { name } = existingView(book, id);
    deleteView(book, id);
    nameStep(`Delete the view "${name}"`);
    return {};
  },
  reorder: ({ book, nameStep }, { ids }) => {
    const known = readViews(book).map((view) => view.id);
    const wanted = new Set([...ids.filter((id) => known.includes(id)), ...known]);
    [...wanted].forEach((id, index) => writePosition(book, id, index + 1));
    nameStep('Reorder the views');
    return {};
  },
};

function existingView(book: ReadableBook, id: number): ViewRow {
  const view = readView(book, id);
  if (view === undefined) throw new AppError('NOT_FOUND', 'This view is no longer there.');
  return view;
}

/** Two views of one name could not be told apart in the menu. */
function refuseTaken(book: ReadableBook, name: string, own: number | null): void {
  const other = readViewNamed(book, foldName(name));
  if (other === undefined || other.id === own) return;
  throw new AppError(
    'CONFLICT',
    `There is a view "${other.name}" already. Choose another name, or update that view instead.`,
  );
}
