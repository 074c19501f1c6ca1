import type { Handlers } from '../book/context.ts';
import { countErasedMarks } from '../tables/erased-marks.ts';
import { personRefs } from '../tables/persons.ts';
import { requireErasable } from './erasable-people.ts';
import { countForgotten, readForgotten, readSharedTraces, readTraces } from './queries.ts';

/** What can be asked about erasing without doing it. */
export const erasureHandlers: Handlers<'erasure'> = {
  preview: ({ book }, { ids }) => {
    const people = requireErasable(book, ids);
    return {
      people,
      shared: [...readSharedTraces(book, readTraces(book, ids), ids)],
      undoSteps: book.value<number>('SELECT count(*) FROM change_step') ?? 0,
    };
  },
  overview: ({ book, clock }, { limit, years }) => {
    const before = `${String(Number(clock.today.slice(0, 4)) - years).padStart(4, '0')}${clock.today.slice(4)}`;
    const forgotten = readForgotten(book, before, limit);
    const refs = personRefs(
      book,
      forgotten.map(({ id }) => id),
    );
    return {
      ...countErasedMarks(book),
      forgotten: forgotten.flatMap(({ id, importedOn }) => {
        const ref = refs.get(id);
        return ref === undefined ? [] : [{ ...ref, importedOn }];
      }),
      forgottenTotal: countForgotten(book, before),
    };
  },
};
