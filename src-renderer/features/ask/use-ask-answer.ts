import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AskTarget } from '../../../src-main/contract/networks.ts';
import { type Question, read } from '../../api.ts';
import { toTieFilter } from '../../components/tie-filters.tsx';
import type { AskFilterValue } from './ask-filters.tsx';

/** The question that all parts of the page are about: ways to people whom I do not know yet. */
export function toQuestion(
  target: AskTarget,
  filters: AskFilterValue,
): Question<'chains', 'heldBack'> {
  return { target, onlyNew: true, hops: filters.hops, filter: toTieFilter(filters) };
}

/** The first ways are the ones to take; the rest waits behind a button, and nobody asks the hundredth. */
const shownAtFirst = 6;
export const shownAtMost = 100;

/** The answer with its best contacts, or, if it `isLong`, with as many as can be looked at. */
export function useAskAnswer(target: AskTarget, filters: AskFilterValue, isLong = false) {
  return useQuery({
    ...read('chains', 'ask', {
      ...toQuestion(target, filters),
      limit: isLong ? shownAtMost : shownAtFirst,
      sort: filters.sort,
    }),
    placeholderData: keepPreviousData,
  });
}
