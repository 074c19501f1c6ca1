import { z } from 'zod';
import { command, query } from './define.ts';
import { done, line, nothing } from './common.ts';
import { personFilter } from './person-filter.ts';
import { personSort } from './people.ts';

const viewId = z.int().positive();

/** What a view asks of the list of people. */
export const viewQuestion = z.strictObject({ filter: personFilter, sort: personSort });

/** Saved questions to the list of people. */
export const views = {
  /** In the order of the menu. */
  list: query(nothing, z.array(z.object({ id: viewId, name: z.string(), question: viewQuestion }))),
  save: command(z.strictObject({ name: line, question: viewQuestion }), z.object({ id: viewId })),
  update: command(
    z.strictObject({ id: viewId, name: line.optional(), question: viewQuestion.optional() }),
    done,
  ),
  remove: command(z.strictObject({ id: viewId }), done),
  /** Ids in the order wanted; views that are not named come after them, in their order. */
  reorder: command(z.strictObject({ ids: z.array(viewId).min(1).max(1000) }), done),
};
